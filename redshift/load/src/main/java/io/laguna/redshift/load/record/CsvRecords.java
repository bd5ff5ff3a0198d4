package io.laguna.redshift.load.record;

import io.laguna.redshift.load.value.ErrorCode;
import io.laguna.redshift.load.value.Field;
import io.laguna.redshift.load.value.FieldError;
import java.io.InputStream;

/**
 * CSV, whose fields in quotes may hold delimiters, line breaks and doubled quotes.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-format.html#copy-csv">CSV</a>
 */
final class CsvRecords extends TextRecords {
    private final byte delimiter;
    private final byte quote;

    CsvRecords(InputStream stream, char delimiter, char quote, TextOptions options) {
        super(stream, options, new Quoted((byte) delimiter, (byte) quote));
        this.delimiter = (byte) delimiter;
        this.quote = (byte) quote;
    }

    /** The end of a record that may have line breaks between quotes. */
    private static final class Quoted implements Lines.Scan {
        private final byte delimiter;
        private final byte quote;
        private boolean atStart = true;
        private boolean inside;
        /** Whether the last character may have been the first of a doubled quote. */
        private boolean closed;

        Quoted(byte delimiter, byte quote) {
            this.delimiter = delimiter;
            this.quote = quote;
        }

        @Override
        public int end(byte[] bytes, int from, int to) {
            for (int i = from; i < to; i++) {
                byte next = bytes[i];
                if (inside) {
                    inside = next != quote;
                    closed = !inside;
                } else if (next == '\n') {
                    atStart = true;
                    closed = false;
                    return i;
                } else {
                    inside = next == quote && (atStart || closed);
                    closed = false;
                    atStart = next == delimiter || (atStart && (next == ' ' || next == '\t'));
                }
            }
            return -1;
        }
    }

    @Override
    void split(byte[] bytes, int from, int to) throws FieldError {
        int start = from;
        while (start <= to) {
            int first = start;
            while (first < to && isBlank(bytes[first])) {
                first++;
            }
            int end;
            if (first < to && bytes[first] == quote) {
                end = quoted(bytes, first, to);
            } else {
                end = start;
                while (end < to && bytes[end] != delimiter) {
                    if (bytes[end] == quote) {
                        throw invalid(end);
                    }
                    end++;
                }
                add(start, end, false);
            }
            start = end + 1;
        }
    }

    /** Adds a field in quotes, and returns the place of the delimiter after it. */
    private int quoted(byte[] bytes, int from, int to) throws FieldError {
        boolean doubled = false;
        int end = from + 1;
        while (end < to) {
            if (bytes[end] == quote) {
                if (end + 1 < to && bytes[end + 1] == quote) {
                    doubled = true;
                    end++;
                } else {
                    break;
                }
            }
            end++;
        }
        if (end >= to) {
            throw invalid(from);
        }
        int after = end + 1;
        while (after < to && isBlank(bytes[after])) {
            after++;
        }
        if (after < to && bytes[after] != delimiter) {
            throw invalid(after);
        }
        add(from + 1, end, doubled);
        return after;
    }

    private boolean isBlank(byte value) {
        return (value == ' ' || value == '\t') && value != delimiter;
    }

    private FieldError invalid(int at) {
        return new FieldError(ErrorCode.DELIMITER, "Invalid quote formatting for CSV", at - lines.start);
    }

    @Override
    void plain(byte[] bytes, int from, int to, Field into) {
        byte[] copy = new byte[to - from];
        int size = 0;
        for (int i = from; i < to; i++) {
            copy[size++] = bytes[i];
            if (bytes[i] == quote) {
                i++;
            }
        }
        into.set(copy, 0, size);
    }
}
