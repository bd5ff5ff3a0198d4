package io.laguna.emulator.apigateway.plane;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.apigateway.backend.FunctionCalls;
import io.laguna.emulator.apigateway.backend.FunctionUri;
import io.laguna.emulator.apigateway.backend.ServerCalls;
import io.laguna.emulator.apigateway.backend.TargetFailure;
import io.laguna.emulator.apigateway.backend.TargetFault;
import io.laguna.emulator.apigateway.plane.HttpRouteTable.Match;
import io.laguna.emulator.kit.proxy.MalformedReplyException;
import io.laguna.emulator.kit.proxy.PayloadOne;
import io.laguna.emulator.kit.proxy.PayloadTwo;
import io.laguna.emulator.kit.proxy.ProxyReply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.apigatewayv2.model.Integration;
import software.amazon.awssdk.services.apigatewayv2.model.IntegrationType;

/**
 * The integrations of HTTP APIs, and the gateway's own answers where one has none.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-troubleshooting-lambda.html">Failures of
 *     integrations of HTTP APIs</a>
 */
record HttpPlane(FunctionCalls functions, ServerCalls servers) {
    private static final int ERROR = 500;
    private static final int UNAVAILABLE = 503;
    private static final int TOO_LARGE = 413;

    Answer answer(Visit visit, Match match) {
        Map<String, String> known = new TreeMap<>();
        Optional<Integration> integration = match.entry().integration();
        if (integration.isEmpty()) {
            return Answer.message(ERROR, "Internal Server Error", known);
        }
        long begun = System.nanoTime();
        try {
            ProxyReply reply = integration.get().integrationType() == IntegrationType.AWS_PROXY
                    ? function(visit, match, integration.get())
                    : server(visit, integration.get());
            known.put("integrationStatus", Integer.toString(reply.status()));
            known.put("integration.status", Integer.toString(reply.status()));
            known.put("integration.integrationStatus", "200");
            return new Answer(reply, known);
        } catch (TargetFailure e) {
            known.put("integrationErrorMessage", e.getMessage());
            known.put("integration.error", e.getMessage());
            return failure(e.fault(), known);
        } finally {
            String latency = Long.toString((System.nanoTime() - begun) / 1_000_000);
            known.put("integrationLatency", latency);
            known.put("integration.latency", latency);
        }
    }

    private static Answer failure(TargetFault fault, Map<String, String> known) {
        return switch (fault) {
            case REFUSED, FAILED -> Answer.message(ERROR, "Internal Server Error", known);
            case TIMED_OUT, UNREACHABLE -> Answer.message(UNAVAILABLE, "Service Unavailable", known);
            case TOO_LARGE -> Answer.message(TOO_LARGE, "Request Entity Too Large", known);
        };
    }

    private ProxyReply function(Visit visit, Match match, Integration integration) throws TargetFailure {
        String address = visit.filled(integration.integrationUri());
        FunctionUri function = FunctionUri.of(address)
                .orElseThrow(() -> new TargetFailure(TargetFault.REFUSED, address + " is no function"));
        boolean two = integration.payloadFormatVersion().equals("2.0");
        ObjectNode event = two ? HttpEvents.two(visit) : HttpEvents.one(visit);
        byte[] result = functions.call(
                function,
                integration.credentialsArn() == null
                        ? Optional.of(visit.permission(route(visit, match)))
                        : Optional.empty(),
                event.toString().getBytes(StandardCharsets.UTF_8),
                Duration.ofMillis(integration.timeoutInMillis()));
        try {
            return two ? PayloadTwo.reply(result) : PayloadOne.reply(result, true);
        } catch (MalformedReplyException e) {
            throw new TargetFailure(TargetFault.FAILED, e.getMessage());
        }
    }

    /** Returns what the ARN of a request's source has behind the stage: {@code GET/pets/{id}}, or {@code $default}. */
    private static String route(Visit visit, Match match) {
        return match.entry().key().isDefault()
                ? match.entry().key().text()
                : visit.request().method() + match.entry().key().path();
    }

    private ProxyReply server(Visit visit, Integration integration) throws TargetFailure {
        String method = integration.integrationMethod().equals("ANY")
                ? visit.request().method()
                : integration.integrationMethod();
        return servers.call(
                method,
                ServerAddress.of(visit.filled(integration.integrationUri()), visit.rawParameters(), visit.request()),
                visit.request(),
                Duration.ofMillis(integration.timeoutInMillis()));
    }
}
