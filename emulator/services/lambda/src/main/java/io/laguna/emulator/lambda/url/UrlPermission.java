package io.laguna.emulator.lambda.url;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.emulator.kit.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The permission to call a function by its URL, by the statements of the function's policy.
 *
 * @param auth {@code NONE}, {@code AWS_IAM}
 * @param caller who has signed; empty for a request that nobody has
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html">Access to function URLs</a>
 */
record UrlPermission(String auth, Optional<Principal> caller) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ACTIONS = List.of("lambda:invokefunctionurl", "lambda:*", "*");

    /** Tells whether one of the statements, which {@code AddPermission} has written, gives it. */
    boolean isIn(List<String> statements) {
        return statements.stream().anyMatch(this::allows);
    }

    private boolean allows(String text) {
        try {
            JsonNode statement = JSON.readTree(text);
            return isMeant(statement.path("Principal"))
                    && ACTIONS.contains(statement.path("Action").asText().toLowerCase(Locale.ROOT))
                    && holds(statement.path("Condition"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The state holds a statement that is no JSON", e);
        }
    }

    private boolean isMeant(JsonNode principal) {
        String named = principal.isTextual()
                ? principal.asText()
                : principal.path("AWS").asText();
        return named.equals("*")
                || caller.filter(us ->
                                named.equals(us.arn()) || named.equals("arn:aws:iam::" + us.accountId() + ":root"))
                        .isPresent();
    }

    /** Tells whether all conditions hold; one that cannot be decided does not. */
    private boolean holds(JsonNode conditions) {
        return conditions.properties().stream().allMatch(operator -> operator.getValue().properties().stream()
                .allMatch(condition -> switch (condition.getKey().toLowerCase(Locale.ROOT)) {
                    case "lambda:functionurlauthtype" -> condition
                            .getValue()
                            .asText()
                            .equals(auth);
                    case "lambda:invokedviafunctionurl" -> condition
                            .getValue()
                            .asText()
                            .equals("true");
                    default -> false;
                }));
    }
}
