package io.laguna.emulator.edge.form;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The bytes up to a delimiter, which is read and not handed on. */
final class DelimitedStream extends InputStream {
    private final InputStream in;
    private final byte[] delimiter;
    private final int[] fallback;
    private int matched;
    private int handed;
    private int pending = -1;
    private boolean ended;

    /**
     * Creates a stream of the bytes up to the next delimiter.
     *
     * @param matched how many bytes of the delimiter count as read already
     */
    DelimitedStream(InputStream in, byte[] delimiter, int matched) {
        this.in = in;
        this.delimiter = delimiter.clone();
        this.fallback = fallback(delimiter);
        this.matched = matched;
    }

    /**
     * Returns the table of Knuth, Morris and Pratt: how much of the delimiter still fits when its next byte does not.
     */
    private static int[] fallback(byte[] delimiter) {
        int[] fallback = new int[delimiter.length];
        int length = 0;
        for (int i = 1; i < delimiter.length; i++) {
            while (length > 0 && delimiter[i] != delimiter[length]) {
                length = fallback[length - 1];
            }
            if (delimiter[i] == delimiter[length]) {
                length++;
            }
            fallback[i] = length;
        }
        return fallback;
    }

    @Override
    public int read() throws IOException {
        while (!ended) {
            if (handed > 0) {
                // What looked like the delimiter and was none goes out, from its beginning.
                return delimiter[delimiterAt()] & 0xff;
            }
            int octet = pending >= 0 ? pending : in.read();
            pending = -1;
            if (octet < 0) {
                throw new EOFException("The form ends before its last boundary");
            }
            if (octet == (delimiter[matched] & 0xff)) {
                matched++;
                ended = matched == delimiter.length;
            } else if (matched == 0) {
                return octet;
            } else {
                int kept = fallback[matched - 1];
                handed = matched - kept;
                start = 0;
                matched = kept;
                pending = octet;
            }
        }
        return -1;
    }

    private int start;

    private int delimiterAt() {
        handed--;
        return start++;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int octet = read();
            if (octet < 0) {
                return count == 0 ? -1 : count;
            }
            buffer[offset + count++] = (byte) octet;
        }
        return count;
    }
}
