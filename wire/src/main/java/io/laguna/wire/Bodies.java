package io.laguna.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** The bodies of requests as the client meant them: unpacked where they came packed. */
final class Bodies {
    /** The largest unpacked body. A small body can expand a thousandfold. */
    static final int MOST_BYTES = 64 * 1024 * 1024;

    private static final String ENCODING = "content-encoding";

    private Bodies() {}

    /** Leaves the body as it is where the header is a member, which is about something else than this body. */
    static byte[] of(Operation operation, WireRequest request) throws MalformedRequestException {
        return request.headers().containsKey(ENCODING) && operation.takesHeader(ENCODING)
                ? request.body()
                : of(request);
    }

    static byte[] of(WireRequest request) throws MalformedRequestException {
        byte[] body = request.body();
        for (String line : request.headers().getOrDefault(ENCODING, List.of())) {
            String encoding = line.strip().toLowerCase(Locale.ROOT);
            if (encoding.equals("gzip")) {
                body = unpack(body);
            } else if (!encoding.isEmpty() && !encoding.equals("identity")) {
                throw new MalformedRequestException("Content-Encoding is " + line + "; only gzip is understood");
            }
        }
        return body;
    }

    private static byte[] unpack(byte[] packed) throws MalformedRequestException {
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] unpacked = stream.readNBytes(MOST_BYTES + 1);
            if (unpacked.length > MOST_BYTES) {
                throw new MalformedRequestException("The body unpacks to more than " + MOST_BYTES + " bytes");
            }
            return unpacked;
        } catch (IOException e) {
            throw new MalformedRequestException("The body is not gzip, as Content-Encoding says: " + e.getMessage(), e);
        }
    }
}
