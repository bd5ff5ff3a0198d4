package io.laguna.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The requests that a client which is not the SDK may send. */
final class Sent {
    private static final String FORM = "application/x-www-form-urlencoded";

    private Sent() {}

    static WireRequest json(String target, byte[] body) {
        return new WireRequest("POST", "/", "", Map.of("x-amz-target", List.of(target)), body);
    }

    static WireRequest json(String target, String body) {
        return json(target, body.getBytes(StandardCharsets.UTF_8));
    }

    static WireRequest packed(String target, String encoding, byte[] body) {
        return new WireRequest(
                "POST", "/", "", Map.of("x-amz-target", List.of(target), "content-encoding", List.of(encoding)), body);
    }

    static WireRequest form(String form) {
        return new WireRequest(
                "POST", "/", "", Map.of("content-type", List.of(FORM)), form.getBytes(StandardCharsets.UTF_8));
    }

    static WireRequest get(String path, String query) {
        return new WireRequest("GET", path, query, Map.of(), new byte[0]);
    }

    static String text(WireResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
