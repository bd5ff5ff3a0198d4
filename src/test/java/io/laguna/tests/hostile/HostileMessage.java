package io.laguna.tests.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A message of HTTP under construction, which may become one that HTTP does not allow. */
final class HostileMessage {
    String method;
    String target;
    final List<String> headers = new ArrayList<>();
    byte[] body = new byte[0];

    /** How the body's end is told: by {@code Content-Length} where this is null. */
    byte[] framed;

    HostileMessage(String method, String target) {
        this.method = method;
        this.target = target;
    }

    void header(String name, String value) {
        headers.add(name + ": " + value);
    }

    void without(String name) {
        headers.removeIf(header -> header.startsWith(name + ":"));
    }

    byte[] bytes() {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        if (framed == null) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append("Connection: close\r\n\r\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(framed == null ? body : framed);
        return bytes.toByteArray();
    }
}
