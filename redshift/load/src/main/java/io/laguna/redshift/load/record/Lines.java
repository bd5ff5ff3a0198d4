package io.laguna.redshift.load.record;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A window on a text file, which holds the record that is being read. */
final class Lines implements Closeable {
    private static final int FIRST_SIZE = 256 * 1024;
    /** The longest row that Redshift loads. */
    private static final int LONGEST = 4 * 1024 * 1024;

    private final InputStream stream;
    byte[] bytes = new byte[FIRST_SIZE];
    int start;
    int end;
    int limit;
    private int next;
    private long line;
    private long breaks;
    private boolean ended;

    Lines(InputStream stream) {
        this.stream = stream;
    }

    /** The end of a record. */
    @FunctionalInterface
    interface Scan {
        /**
         * Returns the place of the line break that ends the record, or -1 when it is not before {@code to}.
         *
         * @param from where the scan has come to before, so that nothing is looked at twice; a scan keeps its own state
         */
        int end(byte[] bytes, int from, int to);

        /** Tells whether what ends a record is a line break, which is no part of it. */
        default boolean isBreak() {
            return true;
        }
    }

    /** Moves to the next record; tells whether there is one. */
    boolean next(Scan scan) throws IOException {
        line += breaks;
        breaks = 0;
        start = next;
        int from = start;
        while (true) {
            int found = scan.end(bytes, from, limit);
            if (found >= 0) {
                next = found + 1;
                end = scan.isBreak() ? found : next;
                break;
            }
            from = limit;
            int shift = start;
            if (!fill()) {
                if (start == limit) {
                    return false;
                }
                end = limit;
                next = limit;
                break;
            }
            from -= shift - start;
        }
        for (int i = start; i < next; i++) {
            breaks += bytes[i] == '\n' ? 1 : 0;
        }
        if (scan.isBreak() && end > start && bytes[end - 1] == '\r') {
            end--;
        }
        return true;
    }

    /** Reads more behind the record, which moves to the front. */
    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        if (start > 0) {
            System.arraycopy(bytes, start, bytes, 0, limit - start);
            limit -= start;
            start = 0;
        }
        if (limit == bytes.length) {
            if (limit >= LONGEST) {
                throw new RowTooLong(line());
            }
            bytes = Arrays.copyOf(bytes, Math.min(bytes.length * 2, LONGEST));
        }
        int read = stream.readNBytes(bytes, limit, bytes.length - limit);
        limit += read;
        ended = limit < bytes.length;
        return read > 0;
    }

    /** Returns the line on which the record begins, counted from 1. */
    long line() {
        return line + 1;
    }

    /** Returns the line on which the record ends. */
    long lastLine() {
        return line + 1 + breaks - (next > end ? 1 : 0);
    }

    String text() {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
