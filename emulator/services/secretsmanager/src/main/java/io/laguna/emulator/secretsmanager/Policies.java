package io.laguna.emulator.secretsmanager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.secretsmanager.model.DeleteResourcePolicyRequest;
import software.amazon.awssdk.services.secretsmanager.model.DeleteResourcePolicyResponse;
import software.amazon.awssdk.services.secretsmanager.model.GetResourcePolicyRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetResourcePolicyResponse;
import software.amazon.awssdk.services.secretsmanager.model.PutResourcePolicyRequest;
import software.amazon.awssdk.services.secretsmanager.model.PutResourcePolicyResponse;

/**
 * The policies of secrets, which are kept and answered: nobody is kept from a secret of a lake by them.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutResourcePolicy.html">API</a>
 */
final class Policies extends Room {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EVERYBODY = "*";

    private final Caller caller;
    private final State state;
    private final Clock clock;

    Policies(Caller caller, State state, Clock clock) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
    }

    @Override
    public PutResourcePolicyResponse putResourcePolicy(PutResourcePolicyRequest request) {
        new Constraints()
                .present("resourcePolicy", request.resourcePolicy())
                .length("resourcePolicy", request.resourcePolicy(), 1, 20_480)
                .check();
        SecretId id = SecretId.of(caller, request.secretId());
        JsonNode policy = parsed(request.resourcePolicy());
        if (Boolean.TRUE.equals(request.blockPublicPolicy()) && isPublic(policy)) {
            throw Failures.isPublic();
        }
        SecretRecord secret = set(id, Optional.of(request.resourcePolicy()));
        return PutResourcePolicyResponse.builder()
                .arn(secret.arn())
                .name(secret.name())
                .build();
    }

    @Override
    public DeleteResourcePolicyResponse deleteResourcePolicy(DeleteResourcePolicyRequest request) {
        SecretRecord secret = set(SecretId.of(caller, request.secretId()), Optional.empty());
        return DeleteResourcePolicyResponse.builder()
                .arn(secret.arn())
                .name(secret.name())
                .build();
    }

    @Override
    public GetResourcePolicyResponse getResourcePolicy(GetResourcePolicyRequest request) {
        SecretId id = SecretId.of(caller, request.secretId());
        SecretRecord secret = state.read(id::require);
        if (secret.deletedAt().isPresent()) {
            throw Failures.marked();
        }
        return GetResourcePolicyResponse.builder()
                .arn(secret.arn())
                .name(secret.name())
                .resourcePolicy(secret.policy().orElse(null))
                .build();
    }

    private SecretRecord set(SecretId id, Optional<String> policy) {
        return state.write(transaction -> {
            SecretRecord secret = id.lock(transaction);
            new SecretRecords(transaction).setPolicy(secret.id(), policy);
            new SecretRecords(transaction).changed(secret.id(), clock.instant());
            return secret;
        });
    }

    private static JsonNode parsed(String policy) {
        try {
            JsonNode parsed = JSON.readTree(policy);
            if (!parsed.path("Statement").isContainerNode()) {
                throw Failures.malformed("The resource policy has no Statement.");
            }
            return parsed;
        } catch (JsonProcessingException e) {
            throw Failures.malformed("The resource policy is no valid JSON: " + e.getOriginalMessage());
        }
    }

    private static boolean isPublic(JsonNode policy) {
        JsonNode statements = policy.path("Statement");
        Iterable<JsonNode> all = statements.isArray() ? statements : List.of(statements);
        for (JsonNode statement : all) {
            JsonNode principal = statement.path("Principal");
            boolean everybody = principal.asText().equals(EVERYBODY)
                    || principal.path("AWS").asText().equals(EVERYBODY);
            if (statement.path("Effect").asText().equals("Allow") && everybody && !statement.has("Condition")) {
                return true;
            }
        }
        return false;
    }
}
