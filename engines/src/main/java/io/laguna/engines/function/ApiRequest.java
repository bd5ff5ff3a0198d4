package io.laguna.engines.function;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request of HTTP/1.1 to the Runtime API.
 *
 * @param headers by their names in lower case
 * @param body at most {@link #MOST_BYTES} of it
 * @param bytes how long the body was
 */
record ApiRequest(String method, String path, Map<String, String> headers, Payload body, long bytes) {
    /** "The maximum size of a response is 6 MB": that of AWS is a little larger. */
    static final int MOST_BYTES = 6_291_556;

    private static final int LONGEST_LINE = 64 << 10;
    private static final int HEX = 16;

    boolean isTooLarge() {
        return bytes > MOST_BYTES;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Reads the next request of a connection; empty when there is none any more. */
    static Optional<ApiRequest> read(InputStream in) throws IOException {
        String line = line(in);
        if (line.isEmpty()) {
            return Optional.empty();
        }
        String[] words = line.split(" ", -1);
        if (words.length < 2) {
            throw new IOException("No request of HTTP: " + line);
        }
        Map<String, String> headers = new HashMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            if (colon > 0) {
                headers.put(
                        header.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        header.substring(colon + 1).strip());
            }
        }
        Body body = new Body(in);
        if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .contains("chunked")) {
            for (long size = chunk(in); size > 0; size = chunk(in)) {
                body.take(size);
                line(in);
            }
            while (!line(in).isEmpty()) {
                // Trailers say nothing that we want to know.
            }
        } else {
            body.take(Long.parseLong(headers.getOrDefault("content-length", "0")));
        }
        return Optional.of(
                new ApiRequest(words[0], words[1], headers, Payload.of(body.kept.toByteArray()), body.bytes));
    }

    private static long chunk(InputStream in) throws IOException {
        return Long.parseLong(line(in).split(";", -1)[0].strip(), HEX);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
            line.write(octet);
            if (line.size() > LONGEST_LINE) {
                throw new IOException("A line of the request is longer than " + LONGEST_LINE + " bytes");
            }
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    /** A body as it arrives: what is too much is read, and not kept. */
    private static final class Body {
        private static final int BUFFER = 64 << 10;

        private final InputStream in;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private long bytes;

        Body(InputStream in) {
            this.in = in;
        }

        void take(long size) throws IOException {
            byte[] buffer = new byte[BUFFER];
            for (long left = size; left > 0; ) {
                int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (read < 0) {
                    throw new EOFException("The body ends too early");
                }
                kept.write(buffer, 0, Math.min(read, MOST_BYTES - kept.size()));
                left -= read;
                bytes += read;
            }
        }
    }
}
