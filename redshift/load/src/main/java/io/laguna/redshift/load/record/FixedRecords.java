package io.laguna.redshift.load.record;

import io.laguna.redshift.load.value.Field;
import io.laguna.redshift.sql.statement.DataFormat;
import java.io.InputStream;

/**
 * Fields of fixed numbers of characters.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-format.html#copy-fixedwidth">FIXEDWIDTH</a>
 */
final class FixedRecords extends TextRecords {
    private final int[] widths;

    FixedRecords(InputStream stream, DataFormat.FixedWidth format, TextOptions options) {
        super(stream, options, TextRecords::lineBreak);
        this.widths = format.fields().stream()
                .mapToInt(DataFormat.FixedWidth.Field::width)
                .toArray();
    }

    @Override
    void split(byte[] bytes, int from, int to) {
        int start = from;
        for (int width : widths) {
            if (start >= to && start > from) {
                return;
            }
            int end = start;
            for (int i = 0; i < width && end < to; i++) {
                end++;
                while (end < to && (bytes[end] & 0xc0) == 0x80) {
                    end++;
                }
            }
            add(start, end, false);
            start = end;
        }
        if (start < to) {
            add(start, to, false);
        }
    }

    @Override
    void plain(byte[] bytes, int from, int to, Field into) {
        into.set(bytes, from, to);
    }
}
