package io.laguna.emulator.edge.request;

import io.laguna.emulator.edge.payload.BodyRefusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** The reader of a call's body, which it reads whole or not at all. */
public final class BodyReader {
    private static final int BAD_REQUEST = 400;
    private static final int TIMEOUT = 408;
    private static final int TOO_LARGE = 413;
    private static final int BUFFER = 16 << 10;
    private static final byte[] NOTHING = {};

    private final Limits limits;

    public BodyReader(Limits limits) {
        this.limits = limits;
    }

    public byte[] read(Request request) throws BodyRefusal {
        return read(Request.asInputStream(request), request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH));
    }

    /**
     * Reads any stream whole or not at all.
     *
     * @param announced its length, or -1
     */
    public byte[] read(InputStream body, long announced) throws BodyRefusal {
        if (announced > limits.bodyBytes()) {
            throw tooLarge();
        }
        long end = System.nanoTime() + limits.body().toNanos();
        ByteArrayOutputStream whole = new ByteArrayOutputStream((int) Math.max(0, Math.min(announced, BUFFER)));
        try (InputStream content = body) {
            // Most calls of S3 have no body, and need no buffer.
            int first = content.read();
            if (first < 0) {
                return NOTHING;
            }
            whole.write(first);
            byte[] buffer = new byte[BUFFER];
            int count = content.read(buffer);
            while (count >= 0) {
                whole.write(buffer, 0, count);
                if (whole.size() > limits.bodyBytes()) {
                    throw tooLarge();
                }
                if (System.nanoTime() > end) {
                    throw new BodyRefusal(
                            TIMEOUT,
                            "RequestTimeout",
                            "The body took longer than " + limits.body().toSeconds() + " s to arrive");
                }
                count = content.read(buffer);
            }
        } catch (BodyRefusal e) {
            throw e;
        } catch (IOException e) {
            throw brokenOff(e, whole.size(), announced);
        }
        return whole.toByteArray();
    }

    private BodyRefusal tooLarge() {
        return new BodyRefusal(
                TOO_LARGE, "RequestEntityTooLarge", "The body is larger than " + limits.bodyBytes() + " bytes");
    }

    private BodyRefusal brokenOff(IOException failure, int arrived, long announced) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException) {
                return new BodyRefusal(
                        TIMEOUT,
                        "RequestTimeout",
                        "Nothing arrived for " + limits.idle().toSeconds() + " s");
            }
        }
        String whole = announced < 0 ? "" : " of " + announced;
        return new BodyRefusal(
                BAD_REQUEST, "SerializationException", "The body ended after " + arrived + whole + " bytes");
    }
}
