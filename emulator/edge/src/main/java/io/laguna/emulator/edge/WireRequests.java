package io.laguna.emulator.edge;

import io.laguna.wire.WireRequest;
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
final class WireRequests {
    private static final byte[] NOTHING = {};

    private WireRequests() {}

    /** Returns the request without its body. */
    static WireRequest head(Request request) {
        Map<String, List<String>> headers = new TreeMap<>();
        for (HttpField field : request.getHeaders()) {
            headers.computeIfAbsent(field.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>(1))
                    .add(Optional.ofNullable(field.getValue()).orElse(""));
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

    static WireRequest with(WireRequest head, byte[] body) {
        return new WireRequest(head.method(), head.rawPath(), head.rawQuery(), head.headers(), body);
    }
}
