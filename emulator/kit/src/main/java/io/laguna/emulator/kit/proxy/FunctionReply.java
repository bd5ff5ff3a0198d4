package io.laguna.emulator.kit.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The members of what functions return as answers, in every version of the payload. */
final class FunctionReply {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LEAST = 100;
    private static final int MOST = 599;

    private FunctionReply() {}

    static JsonNode parse(byte[] result) throws MalformedReplyException {
        try {
            return JSON.readTree(result);
        } catch (IOException e) {
            throw new MalformedReplyException("The function has returned no JSON: " + e.getMessage());
        }
    }

    static int status(JsonNode reply) throws MalformedReplyException {
        JsonNode status = reply.path("statusCode");
        int code = status.isTextual() || status.canConvertToInt() ? status.asInt() : 0;
        if (code < LEAST || code > MOST) {
            throw new MalformedReplyException("The function has returned the statusCode " + status + ".");
        }
        return code;
    }

    /** Returns the headers that have one value each; one that is null is not there. */
    static List<ProxyHeader> headers(JsonNode reply) throws MalformedReplyException {
        JsonNode headers = reply.path("headers");
        if (!headers.isMissingNode() && !headers.isNull() && !headers.isObject()) {
            throw new MalformedReplyException("The function has returned headers that are no object.");
        }
        List<ProxyHeader> all = new ArrayList<>();
        for (var header : headers.properties()) {
            if (header.getValue().isContainerNode()) {
                throw new MalformedReplyException("The header " + header.getKey() + " has no single value.");
            }
            if (!header.getValue().isNull()) {
                all.add(new ProxyHeader(header.getKey(), header.getValue().asText()));
            }
        }
        return all;
    }

    /**
     * Returns the body.
     *
     * @param decoded whether a body in base 64 is decoded
     */
    static byte[] body(JsonNode reply, boolean decoded) throws MalformedReplyException {
        JsonNode body = reply.path("body");
        if (body.isContainerNode()) {
            throw new MalformedReplyException("The function has returned a body that is no text.");
        }
        String text = body.isNull() ? "" : body.asText();
        try {
            return decoded && reply.path("isBase64Encoded").asBoolean()
                    ? Base64.getMimeDecoder().decode(text)
                    : text.getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new MalformedReplyException("The function has returned a body that is not in base 64.");
        }
    }
}
