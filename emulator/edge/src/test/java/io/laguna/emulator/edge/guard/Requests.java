package io.laguna.emulator.edge.guard;

import io.laguna.wire.WireRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The requests of these tests, with headers, as a browser or a client sends them to {@code 127.0.0.1:4566}. */
final class Requests {
    private Requests() {}

    /** Returns a request; names and values of headers take turns. */
    static WireRequest request(String method, String... headers) {
        Map<String, List<String>> all = new HashMap<>();
        all.put("host", List.of("127.0.0.1:4566"));
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], List.of(headers[i + 1]));
        }
        return new WireRequest(method, "/raw/page.html", "", all, new byte[0]);
    }
}
