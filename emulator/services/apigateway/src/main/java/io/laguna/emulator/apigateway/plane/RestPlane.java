package io.laguna.emulator.apigateway.plane;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.apigateway.backend.FunctionCalls;
import io.laguna.emulator.apigateway.backend.FunctionUri;
import io.laguna.emulator.apigateway.backend.ServerCalls;
import io.laguna.emulator.apigateway.backend.TargetFailure;
import io.laguna.emulator.apigateway.backend.TargetFault;
import io.laguna.emulator.kit.proxy.BodyType;
import io.laguna.emulator.kit.proxy.MalformedReplyException;
import io.laguna.emulator.kit.proxy.PayloadOne;
import io.laguna.emulator.kit.proxy.ProxyHeader;
import io.laguna.emulator.kit.proxy.ProxyReply;
import io.laguna.emulator.kit.proxy.ProxyRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.apigateway.model.GatewayResponseType;
import software.amazon.awssdk.services.apigateway.model.Integration;

/**
 * The integrations of REST APIs, and what the gateway answers itself where one has no answer.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html">Gateway
 *     responses</a>
 */
record RestPlane(FunctionCalls functions, ServerCalls servers) {
    private static final int ERROR = 500;
    private static final int BAD_GATEWAY = 502;
    private static final int TIMEOUT = 504;
    private static final int TOO_LARGE = 413;
    private static final String INTERNAL = "Internal server error";

    /**
     * Answers a request.
     *
     * @param path without the stage
     */
    Answer answer(Visit visit, RestRouteTable.Match match, String path, RestRouteTable table) {
        Map<String, String> known = new TreeMap<>(Map.of(
                "resourcePath",
                match.resource().path(),
                "resourceId",
                match.resource().id()));
        Integration integration = match.method().methodIntegration();
        long begun = System.nanoTime();
        try {
            ProxyReply reply =
                    switch (integration.type()) {
                        case AWS_PROXY -> function(visit, match, path, table.binaryTypes());
                        case HTTP_PROXY -> server(visit, integration);
                        case MOCK -> MockTarget.answer(integration, visit.request());
                        case AWS, HTTP, UNKNOWN_TO_SDK_VERSION -> throw new TargetFailure(
                                TargetFault.REFUSED, "There is no integration of the type " + integration.type());
                    };
            known.put("integrationStatus", Integer.toString(reply.status()));
            known.put("integration.status", Integer.toString(reply.status()));
            return new Answer(reply, known);
        } catch (TargetFailure e) {
            known.put("integrationErrorMessage", e.getMessage());
            known.put("integration.error", e.getMessage());
            return refusal(e.fault()).answer(visit, table.responses(), known);
        } finally {
            String latency = Long.toString((System.nanoTime() - begun) / 1_000_000);
            known.put("integrationLatency", latency);
            known.put("integration.latency", latency);
        }
    }

    private static Refusal refusal(TargetFault fault) {
        return switch (fault) {
            case REFUSED -> failed(GatewayResponseType.API_CONFIGURATION_ERROR, ERROR, INTERNAL);
            case FAILED -> failed(GatewayResponseType.DEFAULT_5_XX, BAD_GATEWAY, INTERNAL);
            case TIMED_OUT -> failed(GatewayResponseType.INTEGRATION_TIMEOUT, TIMEOUT, "Endpoint request timed out");
            case UNREACHABLE -> failed(
                    GatewayResponseType.INTEGRATION_FAILURE, TIMEOUT, "Network error communicating with endpoint");
            case TOO_LARGE -> new Refusal(
                    GatewayResponseType.REQUEST_TOO_LARGE,
                    TOO_LARGE,
                    " ",
                    "Request Too Long",
                    "RequestTooLargeException");
        };
    }

    private static Refusal failed(GatewayResponseType type, int status, String message) {
        return new Refusal(type, status, " ", message, "InternalServerErrorException");
    }

    private ProxyReply function(Visit visit, RestRouteTable.Match match, String path, List<String> binaryTypes)
            throws TargetFailure {
        Integration integration = match.method().methodIntegration();
        String address = visit.filled(integration.uri());
        FunctionUri function = FunctionUri.of(address)
                .orElseThrow(() -> new TargetFailure(TargetFault.REFUSED, address + " is no function"));
        if (!integration.httpMethod().equals("POST")) {
            throw new TargetFailure(
                    TargetFault.REFUSED, "A function is called by POST, not " + integration.httpMethod());
        }
        ObjectNode event =
                RestEvents.of(visit, match, path, isBinary(visit.request().header("content-type"), binaryTypes));
        byte[] result = functions.call(
                function,
                integration.credentials() == null
                        ? Optional.of(visit.permission(route(visit, match)))
                        : Optional.empty(),
                event.toString().getBytes(StandardCharsets.UTF_8),
                Duration.ofMillis(integration.timeoutInMillis()));
        try {
            boolean decoded = isBinary(visit.request().header("accept").map(RestPlane::first), binaryTypes);
            return typed(PayloadOne.reply(result, decoded));
        } catch (MalformedReplyException e) {
            throw new TargetFailure(TargetFault.FAILED, "Malformed Lambda proxy response: " + e.getMessage());
        }
    }

    /** Returns what the ARN of a request's source has behind the stage, in which variables are stars: {@code GET/pets/*}. */
    private static String route(Visit visit, RestRouteTable.Match match) {
        return visit.request().method() + match.resource().path().replaceAll("\\{[^}]+}", "*");
    }

    private ProxyReply server(Visit visit, Integration integration) throws TargetFailure {
        String method = integration.httpMethod().equals("ANY") ? visit.request().method() : integration.httpMethod();
        ProxyRequest mapped = RestMapping.headers(visit, integration);
        return servers.call(
                method,
                RestMapping.address(visit, integration, mapped),
                mapped,
                Duration.ofMillis(integration.timeoutInMillis()));
    }

    /** Tells whether a body of a type is not a text. */
    private static boolean isBinary(Optional<String> type, List<String> binaryTypes) {
        return binaryTypes.contains("*/*")
                || type.map(BodyType::bare)
                        .filter(bare -> binaryTypes.stream()
                                .anyMatch(each -> each.equalsIgnoreCase(bare)
                                        || (each.endsWith("/*")
                                                && bare.startsWith(each.substring(0, each.length() - 1)))))
                        .isPresent();
    }

    private static String first(String types) {
        int comma = types.indexOf(',');
        return comma < 0 ? types : types.substring(0, comma);
    }

    private static ProxyReply typed(ProxyReply reply) {
        if (reply.header("content-type").isPresent()) {
            return reply;
        }
        List<ProxyHeader> headers = new ArrayList<>(reply.headers());
        headers.add(new ProxyHeader("Content-Type", "application/json"));
        return new ProxyReply(reply.status(), headers, reply.body());
    }
}
