package io.laguna.emulator.edge.guard;

import io.laguna.wire.WireRequest;
import io.laguna.wire.WireResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answers to a web page of an allowed origin. Without these headers its browser would keep the answer from the
 * page.
 *
 * @param origin the page's
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">CORS</a>
 */
public record CrossOrigin(String origin) {
    private static final int NO_CONTENT = 204;
    private static final byte[] NOTHING = {};

    /** Returns the headers of every answer to the page. */
    public Map<String, String> headers() {
        return Map.of("Access-Control-Allow-Origin", origin, "Access-Control-Expose-Headers", "*", "Vary", "Origin");
    }

    /** Returns the answer to a browser that asks first whether the page may send what it wants to send. */
    public Optional<WireResponse> preflight(WireRequest request) {
        Optional<String> method = Headers.first(request, "access-control-request-method");
        if (!request.method().equals("OPTIONS") || method.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("Access-Control-Allow-Methods", List.of(method.get()));
        headers.put("Access-Control-Max-Age", List.of("600"));
        Headers.first(request, "access-control-request-headers")
                .ifPresent(names -> headers.put("Access-Control-Allow-Headers", List.of(names)));
        Headers.first(request, "access-control-request-private-network")
                .ifPresent(asked -> headers.put("Access-Control-Allow-Private-Network", List.of("true")));
        return Optional.of(new WireResponse(NO_CONTENT, headers, NOTHING));
    }
}
