package io.laguna.emulator.edge.payload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A body of {@code aws-chunked} without its frames: {@code size;chunk-signature=…}, the bytes, and after the last chunk
 * headers. Signatures are checked chunk by chunk, checksums at the end; a body that breaks a promise fails while it is
 * read, before its end.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html">Signature calculations:
 *     trailing headers</a>
 */
final class ChunkedBody extends InputStream {
    private static final int LONGEST_LINE = 8 << 10;
    private static final String SIGNATURE = "chunk-signature=";
    private static final String TRAILER_SIGNATURE = "x-amz-trailer-signature";

    private final InputStream framed;
    private final Optional<ChunkSignatures> signatures;
    private final TrailingChecksum checksum;
    private Optional<String> signature = Optional.empty();
    private long left;
    private boolean begun;
    private boolean ended;

    ChunkedBody(InputStream framed, Optional<ChunkSignatures> signatures, TrailingChecksum checksum) {
        this.framed = framed;
        this.signatures = signatures;
        this.checksum = checksum;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int start, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (left == 0 && !ended) {
            next();
        }
        if (ended) {
            return -1;
        }
        int count = framed.read(buffer, start, (int) Math.min(length, left));
        if (count < 0) {
            throw incomplete();
        }
        left -= count;
        signatures.ifPresent(each -> each.update(buffer, start, count));
        checksum.update(buffer, start, count);
        return count;
    }

    /** Ends a chunk and begins the next one. */
    private void next() throws IOException {
        if (begun) {
            endChunk();
            if (!line().isEmpty()) {
                throw malformed("A chunk is longer than its size says");
            }
        }
        begun = true;
        String head = line();
        int semicolon = head.indexOf(';');
        String size = (semicolon < 0 ? head : head.substring(0, semicolon)).strip();
        int mark = head.indexOf(SIGNATURE);
        signature = mark < 0
                ? Optional.empty()
                : Optional.of(head.substring(mark + SIGNATURE.length()).strip());
        try {
            left = Long.parseLong(size, 16);
        } catch (NumberFormatException e) {
            throw malformed("\"" + size + "\" is no size of a chunk");
        }
        if (left < 0) {
            throw malformed("A chunk has a negative size");
        }
        if (left == 0) {
            endChunk();
            trailers();
            ended = true;
        }
    }

    private void endChunk() throws BodyRefusal {
        if (signatures.isPresent()) {
            signatures.get().check(signature);
        }
    }

    private void trailers() throws IOException {
        Map<String, String> trailers = new TreeMap<>();
        String line = lineOrEnd();
        while (!line.isEmpty()) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw malformed("\"" + line + "\" is no header");
            }
            trailers.put(
                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
            line = lineOrEnd();
        }
        Optional<String> given = Optional.ofNullable(trailers.remove(TRAILER_SIGNATURE));
        if (signatures.isPresent() && !trailers.isEmpty()) {
            StringBuilder lines = new StringBuilder();
            trailers.forEach((name, value) ->
                    lines.append(name).append(':').append(value).append('\n'));
            signatures.get().checkTrailers(lines.toString(), given);
        }
        checksum.check(trailers);
    }

    private String line() throws IOException {
        return line(framed.read());
    }

    /** Reads a line, which is empty where the body ends: some clients leave the last line out. */
    private String lineOrEnd() throws IOException {
        int first = framed.read();
        return first < 0 ? "" : line(first);
    }

    private String line(int first) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int octet = first;
        while (octet != '\n') {
            if (octet < 0) {
                throw incomplete();
            }
            if (octet != '\r') {
                line.write(octet);
            }
            if (line.size() > LONGEST_LINE) {
                throw malformed("A line between chunks is longer than " + LONGEST_LINE + " bytes");
            }
            octet = framed.read();
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static BodyRefusal malformed(String why) {
        return new BodyRefusal(400, "InvalidRequest", "The body is not aws-chunked: " + why);
    }

    private static BodyRefusal incomplete() {
        return new BodyRefusal(400, "IncompleteBody", "The request body terminated unexpectedly");
    }

    @Override
    public void close() throws IOException {
        framed.close();
    }
}
