package io.laguna.emulator.edge.request;

import io.laguna.wire.WireRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;

/** The translation of requests from HTTP's form to the wire's. */
public final class WireRequests {
    private static final byte[] NOTHING = {};

    private WireRequests() {}

    /** Returns the request without its body. */
    public static WireRequest head(Request request) {
        Map<String, List<String>> headers = new TreeMap<>();
        for (HttpField field : request.getHeaders()) {
            headers.computeIfAbsent(field.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>(1))
                    .add(text(Optional.ofNullable(field.getValue()).orElse("")));
        }
        HttpURI uri = request.getHttpURI();
        return new WireRequest(
                request.getMethod(),
                Optional.ofNullable(uri.getPath())
                        .filter(path -> !path.isEmpty())
                        .orElse("/"),
                Optional.ofNullable(uri.getQuery()).orElse(""),
                headers,
                NOTHING);
    }

    /**
     * Returns a header's text. HTTP's headers are ISO-8859-1 by the letter, and UTF-8 where clients put more into them.
     */
    private static String text(String value) {
        if (isAscii(value)) {
            return value;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return value;
        }
    }

    private static boolean isAscii(String value) {
        for (int at = 0; at < value.length(); at++) {
            if (value.charAt(at) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    public static WireRequest with(WireRequest head, byte[] body) {
        return new WireRequest(head.method(), head.rawPath(), head.rawQuery(), head.headers(), body);
    }
}
