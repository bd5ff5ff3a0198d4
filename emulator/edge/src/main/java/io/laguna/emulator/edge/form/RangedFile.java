package io.laguna.emulator.edge.form;

import io.laguna.emulator.edge.payload.BodyRefusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A file that fails as soon as it is longer than its policy allows, and at its end where it is shorter. */
public final class RangedFile extends FilterInputStream {
    private final long least;
    private final Optional<Long> most;
    private long seen;

    public RangedFile(InputStream file, PostPolicy policy) {
        super(file);
        this.least = policy.least();
        this.most = policy.most();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int start, int length) throws IOException {
        int count = in.read(buffer, start, length);
        if (count < 0 && seen < least) {
            throw new BodyRefusal(
                    400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
        }
        seen += Math.max(0, count);
        if (most.isPresent() && seen > most.get()) {
            throw new BodyRefusal(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size");
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
