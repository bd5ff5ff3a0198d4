package io.laguna.emulator.apigateway.rest;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.apigateway.model.GatewayResponse;
import software.amazon.awssdk.services.apigateway.model.GatewayResponseType;

/**
 * The gateway responses of a REST API: those that its author has set, and what the others are then. A type that is not set
 * has what is set for its class, {@code DEFAULT_4XX} or {@code DEFAULT_5XX}. One that is set takes nothing from its class.
 *
 * @param set by their types
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html">Gateway
 *     response types</a>
 */
public record GatewayResponses(Map<GatewayResponseType, GatewayResponse> set) {
    private static final Map<String, String> TEMPLATES =
            Map.of("application/json", "{\"message\":$context.error.messageString}");

    /** Returns gateway responses that were read from the state. */
    public static GatewayResponses of(List<GatewayResponse> set) {
        return new GatewayResponses(
                set.stream().collect(Collectors.toMap(GatewayResponse::responseType, Function.identity())));
    }

    /** Returns what its author has set for answers of a type and a status; empty where they are AWS's. */
    public Optional<GatewayResponse> find(GatewayResponseType type, int status) {
        return Optional.ofNullable(set.get(type)).or(() -> Optional.ofNullable(set.get(ofClass(status))));
    }

    /** Returns the response of a type. */
    GatewayResponse get(GatewayResponseType type) {
        return Optional.ofNullable(set.get(type)).orElseGet(() -> status(type)
                .flatMap(status -> Optional.ofNullable(set.get(ofClass(status))))
                .map(inherited -> inherited.toBuilder()
                        .responseType(type)
                        .statusCode(Optional.ofNullable(inherited.statusCode()).orElseGet(() -> statusText(type)))
                        .defaultResponse(true)
                        .build())
                .orElseGet(() -> started(type)));
    }

    /** Returns the responses of all types, in the order of their names. */
    List<GatewayResponse> all() {
        return GatewayResponseType.knownValues().stream()
                .sorted(Comparator.comparing(GatewayResponseType::toString))
                .map(this::get)
                .toList();
    }

    /** Returns the response of a type with AWS's values where it has none of its own. */
    static GatewayResponse completed(GatewayResponse given) {
        GatewayResponse.Builder response = given.toBuilder().defaultResponse(false);
        if (given.statusCode() == null) {
            response.statusCode(statusText(given.responseType()));
        }
        if (given.responseTemplates().isEmpty()) {
            response.responseTemplates(TEMPLATES);
        }
        return response.responseParameters(given.responseParameters()).build();
    }

    /** Returns AWS's response of a type. */
    private static GatewayResponse started(GatewayResponseType type) {
        return completed(GatewayResponse.builder().responseType(type).build()).toBuilder()
                .defaultResponse(true)
                .build();
    }

    private static GatewayResponseType ofClass(int status) {
        return status < 500 ? GatewayResponseType.DEFAULT_4_XX : GatewayResponseType.DEFAULT_5_XX;
    }

    private static String statusText(GatewayResponseType type) {
        return status(type).map(String::valueOf).orElse(null);
    }

    /** Returns the status of a type; a class of types has none. */
    private static Optional<Integer> status(GatewayResponseType type) {
        return Optional.of(
                        switch (type) {
                            case BAD_REQUEST_BODY, BAD_REQUEST_PARAMETERS -> 400;
                            case UNAUTHORIZED -> 401;
                            case ACCESS_DENIED,
                                    EXPIRED_TOKEN,
                                    INVALID_API_KEY,
                                    INVALID_SIGNATURE,
                                    MISSING_AUTHENTICATION_TOKEN,
                                    WAF_FILTERED -> 403;
                            case RESOURCE_NOT_FOUND -> 404;
                            case REQUEST_TOO_LARGE -> 413;
                            case UNSUPPORTED_MEDIA_TYPE -> 415;
                            case QUOTA_EXCEEDED, THROTTLED -> 429;
                            case API_CONFIGURATION_ERROR, AUTHORIZER_CONFIGURATION_ERROR, AUTHORIZER_FAILURE -> 500;
                            case INTEGRATION_FAILURE, INTEGRATION_TIMEOUT -> 504;
                            case DEFAULT_4_XX, DEFAULT_5_XX, UNKNOWN_TO_SDK_VERSION -> 0;
                        })
                .filter(status -> status > 0);
    }
}
