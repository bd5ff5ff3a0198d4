package io.laguna.engines.function;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An answer of the Runtime API. */
record ApiAnswer(int status, Map<String, String> headers, Payload body) {
    private static final int ACCEPTED = 202;
    private static final int FORBIDDEN = 403;
    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;

    static ApiAnswer accepted() {
        return json(ACCEPTED, "{\"status\":\"OK\"}");
    }

    static ApiAnswer unknownRequest() {
        return json(BAD_REQUEST, "{\"errorMessage\":\"Invalid request ID\",\"errorType\":\"InvalidRequestID\"}");
    }

    static ApiAnswer tooLarge() {
        return json(
                TOO_LARGE,
                "{\"errorMessage\":\"Exceeded maximum allowed payload size (" + ApiRequest.MOST_BYTES
                        + " bytes).\",\"errorType\":\"RequestEntityTooLarge\"}");
    }

    static ApiAnswer notOffered(String path) {
        return json(
                FORBIDDEN,
                "{\"errorMessage\":\"Laguna does not offer " + path.replaceAll("[\"\\\\]", "")
                        + "\",\"errorType\":\"InvalidRequest\"}");
    }

    private static ApiAnswer json(int status, String text) {
        return new ApiAnswer(status, Map.of("Content-Type", "application/json"), Payload.of(text));
    }

    /** Writes the answer in one piece: two would wait for one another on the way. */
    void write(OutputStream out) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " \r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.bytes().length).append("\r\n\r\n");
        whole.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        whole.writeBytes(body.bytes());
        whole.writeTo(out);
        out.flush();
    }
}
