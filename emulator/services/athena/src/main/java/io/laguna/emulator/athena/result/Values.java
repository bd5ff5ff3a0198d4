package io.laguna.emulator.athena.result;

import io.trino.client.Row;
import io.trino.client.RowField;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form of the engine's values in Athena's results: {@code [1, 2]}, <code>{a=1, b=2}</code>, bytes in hexadecimal
 * pairs with blanks between them.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/querying-arrays.html">Query arrays</a>, whose examples show
 *     such results
 */
public final class Values {
    private static final HexFormat PAIRS = HexFormat.ofDelimiter(" ");

    private Values() {}

    /** Returns a value's text; empty for SQL's null. */
    public static Optional<String> text(Object value) {
        return Optional.ofNullable(value).map(Values::present);
    }

    private static String nested(Object value) {
        return text(value).orElse("null");
    }

    private static String present(Object value) {
        if (value instanceof byte[] bytes) {
            return PAIRS.formatHex(bytes);
        }
        if (value instanceof List<?> list) {
            return "[" + joined(list.stream().map(Values::nested).toList()) + "]";
        }
        if (value instanceof Map<?, ?> map) {
            List<String> entries = new ArrayList<>();
            map.forEach((key, element) -> entries.add(nested(key) + "=" + nested(element)));
            return "{" + joined(entries) + "}";
        }
        if (value instanceof Row row) {
            return fields(row);
        }
        return value.toString();
    }

    /** Returns the fields of a row. A field without a name is called by its place. */
    private static String fields(Row row) {
        List<String> fields = new ArrayList<>();
        for (RowField field : row.getFields()) {
            fields.add(field.getName().orElse("field" + field.getOrdinal()) + "=" + nested(field.getValue()));
        }
        return "{" + joined(fields) + "}";
    }

    private static String joined(List<String> parts) {
        return String.join(", ", parts);
    }
}
