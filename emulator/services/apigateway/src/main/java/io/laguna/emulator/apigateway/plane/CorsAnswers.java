package io.laguna.emulator.apigateway.plane;

import io.laguna.emulator.kit.proxy.ProxyHeader;
import io.laguna.emulator.kit.proxy.ProxyReply;
import io.laguna.emulator.kit.proxy.ProxyRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.apigatewayv2.model.Cors;

/**
 * The answers to web pages that the CORS configuration of an HTTP API gives. With one, API Gateway answers preflights
 * itself, and what a function says of CORS is ignored.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html">CORS for HTTP APIs</a>
 */
record CorsAnswers(Cors cors) {
    private static final int NO_CONTENT = 204;
    private static final byte[] NOTHING = {};

    /** Tells whether pages of an origin may call. */
    boolean admits(String origin) {
        return cors.allowOrigins().stream().anyMatch(allowed -> isAllowed(allowed, origin));
    }

    /** Returns the answer to a browser that asks first; empty for any other request. */
    Optional<ProxyReply> preflight(ProxyRequest request) {
        boolean asks = request.method().equals("OPTIONS")
                && request.header("origin").isPresent()
                && request.header("access-control-request-method").isPresent();
        if (!asks) {
            return Optional.empty();
        }
        List<ProxyHeader> headers = new ArrayList<>();
        request.header("origin").filter(this::admits).ifPresent(origin -> {
            headers.addAll(of(origin));
            list(headers, "access-control-allow-methods", cors.allowMethods());
            list(headers, "access-control-allow-headers", cors.allowHeaders());
            Optional.ofNullable(cors.maxAge())
                    .ifPresent(age -> headers.add(new ProxyHeader("access-control-max-age", age.toString())));
        });
        return Optional.of(new ProxyReply(NO_CONTENT, headers, NOTHING));
    }

    /** Returns an answer as a page may read it. */
    ProxyReply with(ProxyReply reply, ProxyRequest request) {
        List<ProxyHeader> headers = new ArrayList<>(reply.headers().stream()
                .filter(header -> !header.key().startsWith("access-control-"))
                .toList());
        request.header("origin").filter(this::admits).ifPresent(origin -> {
            headers.addAll(of(origin));
            list(headers, "access-control-expose-headers", cors.exposeHeaders());
        });
        return new ProxyReply(reply.status(), headers, reply.body());
    }

    private List<ProxyHeader> of(String origin) {
        List<ProxyHeader> headers = new ArrayList<>();
        boolean all = cors.allowOrigins().contains("*");
        headers.add(new ProxyHeader("access-control-allow-origin", all ? "*" : origin));
        if (!all) {
            headers.add(new ProxyHeader("vary", "Origin"));
        }
        if (Boolean.TRUE.equals(cors.allowCredentials())) {
            headers.add(new ProxyHeader("access-control-allow-credentials", "true"));
        }
        return headers;
    }

    private static void list(List<ProxyHeader> headers, String name, List<String> values) {
        if (!values.isEmpty()) {
            headers.add(new ProxyHeader(name, String.join(",", values)));
        }
    }

    private static boolean isAllowed(String allowed, String origin) {
        return allowed.equals("*")
                || allowed.equalsIgnoreCase(origin)
                || (allowed.endsWith("://*") && origin.regionMatches(true, 0, allowed, 0, allowed.length() - 1));
    }
}
