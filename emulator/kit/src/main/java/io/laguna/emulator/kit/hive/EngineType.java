package io.laguna.emulator.kit.hive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A type in the words of Athena's engine, {@code array(row(a varchar))}, and the one that Hive has for it. */
public final class EngineType {
    private EngineType() {}

    /** Returns the type in Hive's words; {@code string} for a type that Hive does not have. */
    public static String inHive(String type) {
        String text = type.strip();
        int bracket = text.indexOf('(');
        String name = (bracket < 0 ? text : text.substring(0, bracket)).strip().toLowerCase(Locale.ROOT);
        List<String> parts =
                bracket < 0 || !text.endsWith(")") ? List.of() : parts(text.substring(bracket + 1, text.length() - 1));
        return switch (name) {
            case "integer" -> "int";
            case "real" -> "float";
            case "varbinary" -> "binary";
            case "boolean", "tinyint", "smallint", "bigint", "double", "date" -> name;
            case "char", "decimal" -> text.toLowerCase(Locale.ROOT).replace(" ", "");
            case "varchar" -> parts.isEmpty() ? "string" : "varchar(" + parts.get(0) + ")";
            case "timestamp" -> text.endsWith("zone") ? "string" : "timestamp";
            case "array" -> "array<" + inHive(parts.get(0)) + ">";
            case "map" -> "map<" + inHive(parts.get(0)) + "," + inHive(parts.get(1)) + ">";
            case "row" -> parts.stream().map(EngineType::field).collect(Collectors.joining(",", "struct<", ">"));
            default -> "string";
        };
    }

    private static String field(String field) {
        int end = field.startsWith("\"") ? field.indexOf('"', 1) + 1 : field.indexOf(' ');
        return field.substring(0, end).replace("\"", "") + ":" + inHive(field.substring(end));
    }

    /** Returns the texts between the commas that stand in no bracket. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            char here = text.charAt(at);
            depth += here == '(' ? 1 : here == ')' ? -1 : 0;
            if (here == ',' && depth == 0) {
                parts.add(text.substring(start, at).strip());
                start = at + 1;
            }
        }
        parts.add(text.substring(start).strip());
        return parts;
    }
}
