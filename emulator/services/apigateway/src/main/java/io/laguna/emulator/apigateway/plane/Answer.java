package io.laguna.emulator.apigateway.plane;

import io.laguna.emulator.kit.proxy.ProxyHeader;
import io.laguna.emulator.kit.proxy.ProxyReply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An answer, and what an access log can say of how it came about.
 *
 * @param known by the names that {@code $context} has for them; more of it becomes known on the way back
 */
record Answer(ProxyReply reply, Map<String, String> known) {
    private static final String TYPE = "Content-Type";

    /** Returns an answer of the gateway's own. */
    static Answer message(int status, String message, Map<String, String> known) {
        return message(status, "", message, known);
    }

    /**
     * Returns an answer of the gateway's own.
     *
     * @param gap what is before the message: a blank, in some answers of REST APIs
     */
    static Answer message(int status, String gap, String message, Map<String, String> known) {
        ProxyReply reply = new ProxyReply(
                status,
                List.of(new ProxyHeader(TYPE, "application/json")),
                ("{\"message\":" + gap + "\"" + message + "\"}").getBytes(StandardCharsets.UTF_8));
        known.put("error.message", message);
        known.put("error.messageString", "\"" + message + "\"");
        return new Answer(reply, known);
    }

    /** Returns this with a header more. */
    Answer with(String name, String value) {
        List<ProxyHeader> headers = new ArrayList<>(reply.headers());
        headers.add(new ProxyHeader(name, value));
        return new Answer(new ProxyReply(reply.status(), headers, reply.body()), known);
    }
}
