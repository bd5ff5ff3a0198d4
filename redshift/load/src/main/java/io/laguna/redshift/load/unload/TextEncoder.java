package io.laguna.redshift.load.unload;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.laguna.redshift.load.value.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The writing of files of text, a line a row. */
abstract class TextEncoder implements Encoder {
    private static final JsonMapper JSON = new JsonMapper();
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    final Layout layout;
    final OutputStream out;
    private final Counted counted;

    TextEncoder(Layout layout, OutputStream out, Counted counted) {
        this.layout = layout;
        this.out = out;
        this.counted = counted;
    }

    /** Tells whether a column's value is written as it stands in the row. */
    static boolean isPlain(Column column) {
        return column.type().kind() != Kind.SUPER && column.type().kind() != Kind.VARBYTE;
    }

    /** Returns the text of a SUPER or a VARBYTE. */
    static byte[] special(Fields row, int column, Column of) throws IOException {
        if (of.type().kind() == Kind.VARBYTE) {
            return row.text(column).substring(2).getBytes(StandardCharsets.US_ASCII);
        }
        return row.isNull(column) ? NULL : JSON.writeValueAsBytes(JSON.readTree(row.text(column)));
    }

    @Override
    public final long size() {
        return counted.count();
    }

    @Override
    public final void close() throws IOException {
        out.close();
    }
}
