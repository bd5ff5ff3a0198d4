package io.laguna.emulator.redshift.spectrum.engine;

import io.laguna.emulator.redshift.spectrum.type.HiveType;
import io.laguna.emulator.redshift.spectrum.type.Types;
import java.util.stream.Collectors;

/**
 * Nested values as JSON. A map is an array of its entries there, with {@code key} and {@code value}.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/nested-data-use-cases.html">Maps in nested data</a>
 */
final class Nested {
    private Nested() {}

    /** Returns the JSON of a value that DuckDB has as a list, a map or a struct. */
    static String json(HiveType type, String value) {
        return "to_json(" + (hasMap(type) ? entries(type, value, 0) : value) + ")";
    }

    private static boolean hasMap(HiveType type) {
        if (type instanceof HiveType.Array array) {
            return hasMap(array.element());
        } else if (type instanceof HiveType.Struct struct) {
            return struct.fields().stream().anyMatch(field -> hasMap(field.type()));
        }
        return type instanceof HiveType.Map;
    }

    private static String entries(HiveType type, String value, int depth) {
        String each = "x" + depth;
        if (type instanceof HiveType.Array array) {
            return "list_transform(" + value + ", lambda " + each + ": " + entries(array.element(), each, depth + 1)
                    + ")";
        } else if (type instanceof HiveType.Map map) {
            return "list_transform(map_entries(" + value + "), lambda " + each + ": {'key': " + each + ".key, 'value': "
                    + entries(map.value(), each + ".value", depth + 1) + "})";
        } else if (type instanceof HiveType.Struct struct) {
            return struct.fields().stream()
                    .map(field -> Types.literal(field.name()) + ": "
                            + entries(field.type(), value + "." + Types.quoted(field.name()), depth + 1))
                    .collect(Collectors.joining(", ", "CASE WHEN " + value + " IS NOT NULL THEN {", "} END"));
        }
        return value;
    }
}
