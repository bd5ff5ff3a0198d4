package io.laguna.emulator.redshift.spectrum.type;

import io.laguna.emulator.redshift.spectrum.type.HiveType.Simple;
import java.util.Locale;
import java.util.stream.Collectors;

/** The types of an external column on its way: in its files, in DuckDB's view of them, and in the cluster. */
public final class Types {
    static final int LONGEST_VARCHAR = 65_535;
    static final int DEFAULT_VARCHAR = 256;
    static final int DEFAULT_PRECISION = 18;

    private Types() {}

    /** Returns the type of the foreign table's column; nested values are SUPER there. */
    public static String postgres(HiveType type) {
        if (!(type instanceof Simple simple)) {
            return "laguna.super";
        }
        return switch (simple.name()) {
            case "tinyint", "smallint" -> "smallint";
            case "int" -> "integer";
            case "float" -> "real";
            case "double" -> "double precision";
            case "decimal" -> "numeric" + brackets(simple);
            case "string" -> "varchar(" + LONGEST_VARCHAR + ")";
            case "binary" -> "bytea";
            default -> simple.text();
        };
    }

    /** Returns the type as DuckDB reads it from a file that has types. */
    public static String duckDb(HiveType type) {
        if (type instanceof HiveType.Array array) {
            return duckDb(array.element()) + "[]";
        }
        if (type instanceof HiveType.Map map) {
            return "MAP(" + duckDb(map.key()) + ", " + duckDb(map.value()) + ")";
        }
        if (type instanceof HiveType.Struct struct) {
            return struct.fields().stream()
                    .map(field -> quoted(field.name()) + " " + duckDb(field.type()))
                    .collect(Collectors.joining(", ", "STRUCT(", ")"));
        }
        Simple simple = (Simple) type;
        return switch (simple.name()) {
            case "int" -> "INTEGER";
            case "decimal" -> "DECIMAL" + brackets(simple);
            case "string", "varchar", "char" -> "VARCHAR";
            case "binary" -> "BLOB";
            default -> simple.name().toUpperCase(Locale.ROOT);
        };
    }

    private static String brackets(Simple simple) {
        return simple.text().substring(simple.name().length());
    }

    /** Returns a name in double quotes. */
    public static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** Returns a text in single quotes. */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
