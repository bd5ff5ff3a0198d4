package io.laguna.emulator.apigateway.rest;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.apigateway.model.Method;

/** The rules of the methods of a REST API. */
final class MethodRules {
    private static final Set<String> METHODS =
            Set.of("ANY", "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final Set<String> MODELS = Set.of("Empty", "Error");
    private static final Pattern PARAMETER = Pattern.compile(
            "method\\.request\\.(path|header|querystring|multivalueheader|multivaluequerystring)\\.\\S+");

    private MethodRules() {}

    /** Returns a method that can be honoured, or throws. */
    static Method checked(Method method) {
        new RestConstraints()
                .present("httpMethod", method.httpMethod())
                .oneOf("httpMethod", method.httpMethod(), METHODS)
                .present("authorizationType", method.authorizationType())
                .text("operationName", method.operationName())
                .text("authorizationType", method.authorizationType())
                .text("authorizerId", method.authorizerId())
                .text("requestValidatorId", method.requestValidatorId())
                .check();
        if (!method.authorizationType().equals("NONE") || isThere(method.authorizerId())) {
            throw RestFailures.notBuilt("authorizers (authorizationType " + method.authorizationType()
                    + "): a method with one would be open to everybody here");
        }
        if (Boolean.TRUE.equals(method.apiKeyRequired())) {
            throw RestFailures.notBuilt("API keys: a method that needs one would be open to everybody here");
        }
        if (isThere(method.requestValidatorId())) {
            throw RestFailures.notBuilt("request validators");
        }
        models(method.requestModels());
        for (String parameter : method.requestParameters().keySet()) {
            if (!PARAMETER.matcher(parameter).matches()) {
                throw RestFailures.bad(
                        "Invalid mapping expression specified: Validation Result: warnings : [], errors :"
                                + " [Invalid mapping expression parameter specified: " + parameter + "]");
            }
        }
        return method;
    }

    /** Refuses models other than those that every API has. */
    static void models(Map<String, String> models) {
        Optional<String> other = models.values().stream()
                .filter(model -> !MODELS.contains(model))
                .findFirst();
        other.ifPresent(model -> {
            throw RestFailures.notBuilt("models: of " + model + " there is none; every API has Empty and Error");
        });
    }

    private static boolean isThere(String text) {
        return text != null && !text.isEmpty();
    }
}
