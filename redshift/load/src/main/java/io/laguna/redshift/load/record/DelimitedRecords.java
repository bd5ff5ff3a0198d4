package io.laguna.redshift.load.record;

import io.laguna.redshift.load.value.ErrorCode;
import io.laguna.redshift.load.value.Field;
import io.laguna.redshift.load.value.FieldError;
import java.io.InputStream;

/**
 * Fields between delimiters, perhaps with escapes and quotes to be removed.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-conversion.html#copy-escape">ESCAPE</a>
 */
final class DelimitedRecords extends TextRecords {
    private final byte delimiter;

    DelimitedRecords(InputStream stream, char delimiter, TextOptions options) {
        super(stream, options, options.escapes() ? new Escaped() : TextRecords::lineBreak);
        this.delimiter = (byte) delimiter;
    }

    /** The end of a record whose line breaks may have a backslash before them. */
    private static final class Escaped implements Lines.Scan {
        private boolean escaped;

        @Override
        public int end(byte[] bytes, int from, int to) {
            for (int i = from; i < to; i++) {
                if (escaped) {
                    escaped = false;
                } else if (bytes[i] == '\\') {
                    escaped = true;
                } else if (bytes[i] == '\n') {
                    return i;
                }
            }
            return -1;
        }
    }

    @Override
    void split(byte[] bytes, int from, int to) throws FieldError {
        int start = from;
        while (start <= to) {
            int end = start;
            boolean mark = false;
            if (options.removesQuotes() && start < to && (bytes[start] == '"' || bytes[start] == '\'')) {
                end = closing(bytes, start, to);
                mark = true;
            } else if (options.escapes()) {
                while (end < to && bytes[end] != delimiter) {
                    mark |= bytes[end] == '\\';
                    end += bytes[end] == '\\' ? 2 : 1;
                }
                end = Math.min(end, to);
            } else {
                while (end < to && bytes[end] != delimiter) {
                    end++;
                }
            }
            add(start, end, mark);
            start = end + 1;
        }
    }

    /** Returns the end of a field in quotes: the first delimiter after a closing quote. */
    private int closing(byte[] bytes, int start, int to) throws FieldError {
        byte quote = bytes[start];
        for (int i = start + 1; i < to; i++) {
            if (options.escapes() && bytes[i] == '\\') {
                i++;
            } else if (bytes[i] == quote && (i + 1 == to || bytes[i + 1] == delimiter)) {
                return i + 1;
            }
        }
        throw new FieldError(ErrorCode.DELIMITER, "Delimited value missing end quote", start - lines.start);
    }

    @Override
    void plain(byte[] bytes, int from, int to, Field into) {
        boolean quoted = options.removesQuotes() && to - from > 1 && (bytes[from] == '"' || bytes[from] == '\'');
        int start = quoted ? from + 1 : from;
        int end = quoted ? to - 1 : to;
        if (!options.escapes()) {
            into.set(bytes, start, end);
            return;
        }
        byte[] copy = new byte[end - start];
        int size = 0;
        for (int i = start; i < end; i++) {
            if (bytes[i] == '\\' && i + 1 < end) {
                i++;
            }
            copy[size++] = bytes[i];
        }
        into.set(copy, 0, size);
    }
}
