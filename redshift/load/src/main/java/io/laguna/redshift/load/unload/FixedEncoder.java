package io.laguna.redshift.load.unload;

import io.laguna.redshift.sql.statement.DataFormat;
import io.laguna.redshift.sql.statement.LoadOption;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Fields of fixed numbers of characters, with blanks behind them. */
final class FixedEncoder extends TextEncoder {
    private final List<DataFormat.FixedWidth.Field> widths;
    private final String nothing;

    FixedEncoder(Layout layout, DataFormat.FixedWidth format, OutputStream out, Counted counted) throws IOException {
        super(layout, out, counted);
        this.widths = format.fields();
        this.nothing = layout.options().value(LoadOption.NULL).orElse("");
        if (widths.size() != layout.kept().size()) {
            throw new IOException("The FIXEDWIDTH specification has " + widths.size() + " columns, and the query "
                    + layout.kept().size());
        }
    }

    @Override
    public void write(Fields row) throws IOException {
        for (int i = 0; i < widths.size(); i++) {
            int number = layout.kept().get(i);
            Column column = layout.columns().get(number);
            int width = widths.get(i).width();
            String text = text(row, number, column, width);
            int length = text.codePointCount(0, text.length());
            if (length > width) {
                throw new IOException("The value of column " + column.name() + " has " + length
                        + " characters, and its FIXEDWIDTH is " + width);
            }
            out.write(text.getBytes(StandardCharsets.UTF_8));
            for (int blank = length; blank < width; blank++) {
                out.write(' ');
            }
        }
        out.write('\n');
    }

    private String text(Fields row, int number, Column column, int width) throws IOException {
        if (!isPlain(column)) {
            return row.isNull(number) ? nothing : new String(special(row, number, column), StandardCharsets.UTF_8);
        } else if (!row.isNull(number)) {
            return row.text(number);
        }
        // A text for NULL that is too long is left out, but for columns of characters.
        return nothing.length() > width && !column.type().kind().isText() ? "" : nothing;
    }
}
