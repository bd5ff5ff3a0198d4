package io.laguna.redshift.load.unload;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An object of JSON for each row. */
final class JsonEncoder extends TextEncoder {
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private final List<byte[]> names = new ArrayList<>();

    JsonEncoder(Layout layout, OutputStream out, Counted counted) {
        super(layout, out, counted);
        for (int i = 0; i < layout.kept().size(); i++) {
            String name = layout.columns().get(layout.kept().get(i)).name();
            names.add(((i == 0 ? "{\"" : ",\"")
                            + new String(JsonStringEncoder.getInstance().quoteAsString(name)) + "\":")
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void write(Fields row) throws IOException {
        for (int i = 0; i < names.size(); i++) {
            int number = layout.kept().get(i);
            out.write(names.get(i));
            value(row, number, layout.columns().get(number));
        }
        out.write('}');
        out.write('\n');
    }

    private void value(Fields row, int number, Column column) throws IOException {
        if (row.isNull(number)) {
            out.write(NULL);
            return;
        }
        switch (column.type().kind()) {
            case SMALLINT, INTEGER, BIGINT, DECIMAL -> out.write(
                    row.bytes(), row.from(number), row.to(number) - row.from(number));
            case REAL, DOUBLE -> {
                String text = row.text(number);
                boolean finite = Character.isDigit(text.charAt(text.length() - 1));
                out.write((finite ? text : '"' + text + '"').getBytes(StandardCharsets.US_ASCII));
            }
            case SUPER -> out.write(special(row, number, column));
            case VARBYTE -> string(new String(special(row, number, column), StandardCharsets.US_ASCII));
            case BOOLEAN, CHAR, VARCHAR, DATE, TIMESTAMP, TIMESTAMPTZ, TIME, TIMETZ -> string(row.text(number));
        }
    }

    private void string(String text) throws IOException {
        out.write('"');
        out.write(JsonStringEncoder.getInstance().quoteAsUTF8(text));
        out.write('"');
    }
}
