package io.laguna.emulator.edge.request;

import java.io.IOException;
import java.io.InputStream;

/**
 * The rest of a refused request's body. A client that is still sending often misses the answer, and reports a broken
 * connection. So a small body is read to its end first.
 *
 * @param announced the body's length, or -1
 */
public record Leftover(long announced) {
    private static final long SMALL = 1 << 20;

    /** Reads it, unless it is large. */
    public void read(InputStream body) {
        if (announced < 0 || announced > SMALL) {
            return;
        }
        try {
            body.skipNBytes(SMALL);
        } catch (IOException e) {
            // The body ended, or broke off: either way nothing of it is left.
        }
    }
}
