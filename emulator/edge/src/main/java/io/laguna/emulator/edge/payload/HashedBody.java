package io.laguna.emulator.edge.payload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;

/** A body that fails at its end when it is not the one that was signed. */
final class HashedBody extends FilterInputStream {
    private final MessageDigest digest = ChunkSignatures.sha256();
    private final String expected;

    /**
     * Creates a body that has yet to be read.
     *
     * @param expected the SHA-256 of all bytes, in hexadecimal digits
     */
    HashedBody(InputStream body, String expected) {
        super(body);
        this.expected = expected.toLowerCase(Locale.ROOT);
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        if (octet < 0) {
            check();
        } else {
            digest.update((byte) octet);
        }
        return octet;
    }

    @Override
    public int read(byte[] buffer, int start, int length) throws IOException {
        int count = super.read(buffer, start, length);
        if (count < 0) {
            check();
        } else {
            digest.update(buffer, start, count);
        }
        return count;
    }

    private void check() throws BodyRefusal {
        // A digest begins anew once it is taken, and an end may be read twice.
        String actual = HexFormat.of().formatHex(copy().digest());
        if (!actual.equals(expected)) {
            throw new BodyRefusal(
                    400,
                    "XAmzContentSHA256Mismatch",
                    "The provided 'x-amz-content-sha256' header does not match what was computed.");
        }
    }

    private MessageDigest copy() {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's SHA-256 can be cloned", e);
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
