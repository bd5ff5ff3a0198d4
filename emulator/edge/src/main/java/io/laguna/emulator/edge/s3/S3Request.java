package io.laguna.emulator.edge.s3;

import io.laguna.emulator.edge.payload.Payload;
import io.laguna.emulator.edge.payload.PayloadCheck;
import io.laguna.emulator.edge.request.Arrival;
import io.laguna.emulator.edge.request.ClaimReader;
import io.laguna.emulator.edge.request.PercentEncoding;
import io.laguna.wire.WireRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request of S3 in the one form that all its forms are put into: the bucket in the path, headers as headers, the body
 * without frames.
 *
 * @param payload the body as it was sent
 */
record S3Request(WireRequest head, Payload payload) {
    private static final String AMAZON = "x-amz-";

    static S3Request of(Arrival arrival, PayloadCheck check) {
        WireRequest sent = arrival.head();
        Map<String, List<String>> headers = new TreeMap<>(sent.headers());
        if (arrival.claim().isInUrl()) {
            // A presigned URL may carry headers as parameters.
            arrival.query().parameters().stream()
                    .filter(each -> each.name().toLowerCase(Locale.ROOT).startsWith(AMAZON))
                    .forEach(each -> headers.putIfAbsent(each.name().toLowerCase(Locale.ROOT), List.of(each.value())));
        }
        Payload payload = new Payload(headers, check);
        return new S3Request(
                new WireRequest(sent.method(), path(arrival), sent.rawQuery(), payload.plainHeaders(), sent.body()),
                payload);
    }

    static String path(Arrival arrival) {
        String path = arrival.head().rawPath();
        return arrival.host().bucket().map(bucket -> "/" + bucket + path).orElse(path);
    }

    /** Returns the bucket that a request names, as far as its address tells. */
    static Optional<String> bucket(Arrival arrival) {
        String path = path(arrival).substring(1);
        int slash = path.indexOf('/');
        return Optional.of(PercentEncoding.decode(slash < 0 ? path : path.substring(0, slash)))
                .filter(name -> !name.isEmpty());
    }

    /** Returns the key, which is the text behind the bucket. */
    static String key(WireRequest head) {
        int slash = head.rawPath().indexOf('/', 1);
        return slash < 0 ? "" : PercentEncoding.decode(head.rawPath().substring(slash + 1));
    }

    boolean isForm() {
        return head.method().equals("POST")
                && header("content-type")
                        .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data"))
                        .isPresent();
    }

    Optional<String> header(String name) {
        return ClaimReader.header(head, name);
    }

    /** Returns the length of the body without frames, or -1. */
    long length() {
        try {
            return header("content-length").map(Long::parseLong).orElse(-1L);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
