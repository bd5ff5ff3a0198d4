package io.laguna.pipelines.covid.sample;

import java.io.IOException;
import java.io.OutputStream;

/** The writer of values into rows, and of rows into a stream, which makes no strings. */
final class RowWriter {
    private static final int BUFFER = 1 << 20;
    /** The longest row. */
    private static final int LONGEST_ROW = 4096;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int length;
    private boolean rowBegun;
    private long bytes;

    RowWriter(OutputStream out) {
        this.out = out;
    }

    RowWriter value(byte[] text) {
        separate();
        System.arraycopy(text, 0, buffer, length, text.length);
        length += text.length;
        return this;
    }

    RowWriter empty() {
        separate();
        return this;
    }

    /** Writes a number that is not negative. */
    RowWriter value(long number) {
        separate();
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        long rest = number;
        for (int i = length + digits - 1; i >= length; i--) {
            buffer[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        return this;
    }

    void endRow() throws IOException {
        buffer[length] = '\n';
        length++;
        rowBegun = false;
        if (length > BUFFER - LONGEST_ROW) {
            flush();
        }
    }

    void flush() throws IOException {
        out.write(buffer, 0, length);
        bytes += length;
        length = 0;
    }

    /** Returns the number of bytes that have been flushed. */
    long bytes() {
        return bytes;
    }

    private void separate() {
        if (rowBegun) {
            buffer[length] = ',';
            length++;
        }
        rowBegun = true;
    }
}
