package io.laguna.emulator.edge.payload;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The way in which a request of S3 carries its body.
 *
 * @param headers by name in lower case
 */
public record Payload(Map<String, List<String>> headers, PayloadCheck check) {
    private static final String AWS_CHUNKED = "aws-chunked";
    private static final String TRAILER = "x-amz-trailer";

    /** Returns the headers as they would be of a body without frames. */
    public Map<String, List<String>> plainHeaders() {
        boolean named = headers.getOrDefault("content-encoding", List.of()).stream()
                .anyMatch(line -> line.toLowerCase(Locale.ROOT).contains(AWS_CHUNKED));
        if (!named && !isChunked()) {
            return headers;
        }
        Map<String, List<String>> plain = new TreeMap<>(headers);
        List<String> encodings = new ArrayList<>();
        for (String line : headers.getOrDefault("content-encoding", List.of())) {
            for (String each : line.split(",", -1)) {
                if (!each.strip().equalsIgnoreCase(AWS_CHUNKED)) {
                    encodings.add(each.strip());
                }
            }
        }
        put(
                plain,
                "content-encoding",
                encodings.isEmpty() ? Optional.empty() : Optional.of(String.join(",", encodings)));
        if (isChunked()) {
            put(plain, "content-length", first("x-amz-decoded-content-length"));
        }
        // What follows the body is computed with it, and kept.
        first(TRAILER)
                .map(ChecksumHeaders::normal)
                .filter(name -> ChecksumHeaders.algorithm(name).isPresent())
                .ifPresent(name -> plain.putIfAbsent(
                        "x-amz-sdk-checksum-algorithm",
                        List.of(name.substring("x-amz-checksum-".length()).toUpperCase(Locale.ROOT))));
        return plain;
    }

    /** Opens the body itself, which fails as soon as it breaks a promise. */
    public InputStream open(InputStream raw) {
        InputStream arriving = new ArrivingBody(raw);
        if (isChunked()) {
            Optional<ChunkSignatures> signatures = check instanceof PayloadCheck.SignedChunks signed
                    ? Optional.of(new ChunkSignatures(signed))
                    : Optional.empty();
            return new ChunkedBody(arriving, signatures, TrailingChecksum.announced(first(TRAILER)));
        }
        return check instanceof PayloadCheck.Sha256 hash ? new HashedBody(arriving, hash.digest()) : arriving;
    }

    /**
     * Checks a body that has been read whole by its own headers.
     *
     * @param about whether a header is about this body
     */
    public void checkWhole(byte[] body, Predicate<String> about) throws BodyRefusal {
        ChecksumHeaders.check(headers, body, about);
    }

    /** Tells whether a checksum comes with the body, before or behind it. */
    public boolean hasChecksum() {
        return headers.containsKey("content-md5")
                || headers.keySet().stream()
                        .anyMatch(name -> ChecksumHeaders.algorithm(name).isPresent())
                || first(TRAILER)
                        .map(ChecksumHeaders::normal)
                        .flatMap(ChecksumHeaders::algorithm)
                        .isPresent();
    }

    private boolean isChunked() {
        return first("x-amz-content-sha256")
                        .filter(hash -> hash.startsWith("STREAMING-"))
                        .isPresent()
                || first("x-amz-decoded-content-length").isPresent();
    }

    private Optional<String> first(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    private static void put(Map<String, List<String>> headers, String name, Optional<String> value) {
        if (value.isPresent()) {
            headers.put(name, List.of(value.get()));
        } else {
            headers.remove(name);
        }
    }
}
