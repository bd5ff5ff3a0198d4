package io.laguna.redshift.load.unload;

import io.laguna.redshift.load.value.Kind;
import io.laguna.redshift.sql.statement.LoadOption;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Fields between delimiters, or CSV. */
final class DelimitedEncoder extends TextEncoder {
    private final byte delimiter;
    private final boolean csv;
    private final boolean quotes;
    private final boolean escapes;
    private final byte[] nothing;

    DelimitedEncoder(Layout layout, char delimiter, boolean csv, OutputStream out, Counted counted) throws IOException {
        super(layout, out, counted);
        this.delimiter = (byte) delimiter;
        this.csv = csv;
        this.quotes = layout.options().has(LoadOption.ADDQUOTES);
        this.escapes = layout.options().has(LoadOption.ESCAPE);
        this.nothing = layout.options().value(LoadOption.NULL).orElse("").getBytes(StandardCharsets.UTF_8);
        if (layout.options().has(LoadOption.HEADER)) {
            header();
        }
    }

    private void header() throws IOException {
        List<Integer> kept = layout.kept();
        for (int i = 0; i < kept.size(); i++) {
            byte[] name = layout.columns().get(kept.get(i)).name().getBytes(StandardCharsets.UTF_8);
            between(i);
            value(name, 0, name.length, true);
        }
        out.write('\n');
    }

    private void between(int i) throws IOException {
        if (i > 0) {
            out.write(delimiter);
        }
    }

    @Override
    public void write(Fields row) throws IOException {
        List<Integer> kept = layout.kept();
        for (int i = 0; i < kept.size(); i++) {
            int number = kept.get(i);
            Column column = layout.columns().get(number);
            between(i);
            if (row.isNull(number) && column.type().kind() != Kind.SUPER) {
                value(nothing, 0, nothing.length, false);
            } else if (isPlain(column)) {
                value(
                        row.bytes(),
                        row.from(number),
                        row.to(number),
                        column.type().kind().isText());
            } else {
                byte[] text = special(row, number, column);
                value(text, 0, text.length, true);
            }
        }
        out.write('\n');
    }

    private void value(byte[] bytes, int from, int to, boolean text) throws IOException {
        if (csv) {
            csv(bytes, from, to);
            return;
        }
        if (quotes) {
            out.write('"');
        }
        if (escapes && text) {
            escaped(bytes, from, to);
        } else {
            out.write(bytes, from, to - from);
        }
        if (quotes) {
            out.write('"');
        }
    }

    private void escaped(byte[] bytes, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            byte next = bytes[i];
            boolean quote = quotes && (next == '"' || next == '\'');
            if (quote || next == '\n' || next == '\r' || next == '\\' || next == delimiter) {
                out.write('\\');
            }
            out.write(next);
        }
    }

    private void csv(byte[] bytes, int from, int to) throws IOException {
        boolean quoted = false;
        for (int i = from; i < to && !quoted; i++) {
            byte next = bytes[i];
            quoted = next == delimiter || next == '"' || next == '\n' || next == '\r';
        }
        if (!quoted) {
            out.write(bytes, from, to - from);
            return;
        }
        out.write('"');
        for (int i = from; i < to; i++) {
            if (bytes[i] == '"') {
                out.write('"');
            }
            out.write(bytes[i]);
        }
        out.write('"');
    }
}
