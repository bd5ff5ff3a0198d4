package io.laguna.emulator.lambda.url;

import io.laguna.emulator.kit.proxy.ProxyHeader;
import io.laguna.emulator.kit.proxy.ProxyReply;
import io.laguna.emulator.kit.proxy.ProxyRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.Cors;

/**
 * The rules of a function's URL for pages of other sites. Where there are none, the function answers for itself.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Cors.html">Cors</a>
 */
record UrlCors(Cors cors) {
    private static final int OK = 200;
    private static final String OURS = "access-control-";

    boolean isThere() {
        return !cors.allowOrigins().isEmpty();
    }

    /** Tells whether a page of this origin may read answers. */
    boolean allows(String origin) {
        return cors.allowOrigins().contains("*") || cors.allowOrigins().contains(origin);
    }

    /** Returns the answer to a browser that asks first; empty for any other request, and without rules. */
    Optional<ProxyReply> preflight(ProxyRequest request) {
        Optional<String> origin = request.header("origin");
        boolean asks = request.method().equals("OPTIONS")
                && request.header("access-control-request-method").isPresent();
        if (!isThere() || !asks || origin.isEmpty()) {
            return Optional.empty();
        }
        List<ProxyHeader> headers = new ArrayList<>();
        if (allows(origin.get())) {
            headers.addAll(always(origin.get()));
            add(headers, "Access-Control-Allow-Methods", cors.allowMethods());
            add(headers, "Access-Control-Allow-Headers", cors.allowHeaders());
            Optional.ofNullable(cors.maxAge())
                    .ifPresent(age -> headers.add(new ProxyHeader("Access-Control-Max-Age", age.toString())));
        }
        return Optional.of(new ProxyReply(OK, headers, new byte[0]));
    }

    /** Returns an answer with what lets the page read it; the function's own words about that do not count then. */
    ProxyReply with(ProxyReply reply, ProxyRequest request) {
        if (!isThere()) {
            return reply;
        }
        List<ProxyHeader> headers = new ArrayList<>(reply.headers().stream()
                .filter(header -> !header.key().startsWith(OURS))
                .toList());
        request.header("origin").filter(this::allows).ifPresent(origin -> {
            headers.addAll(always(origin));
            add(headers, "Access-Control-Expose-Headers", cors.exposeHeaders());
        });
        return new ProxyReply(reply.status(), headers, reply.body());
    }

    private List<ProxyHeader> always(String origin) {
        List<ProxyHeader> headers = new ArrayList<>();
        boolean any = cors.allowOrigins().contains("*") && !Boolean.TRUE.equals(cors.allowCredentials());
        headers.add(new ProxyHeader("Access-Control-Allow-Origin", any ? "*" : origin));
        headers.add(new ProxyHeader("Vary", "Origin"));
        if (Boolean.TRUE.equals(cors.allowCredentials())) {
            headers.add(new ProxyHeader("Access-Control-Allow-Credentials", "true"));
        }
        return headers;
    }

    private static void add(List<ProxyHeader> headers, String name, List<String> values) {
        if (!values.isEmpty()) {
            headers.add(new ProxyHeader(name, String.join(",", values)));
        }
    }
}
