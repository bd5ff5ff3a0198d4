package io.laguna.glue.python;

import io.laguna.glue.record.Struct;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The types of a record's values that Python does not know apart: a long that would fit into an int, the shorter numbers, a
 * map that looks as a struct does. They travel beside the fields, and what is still a value of that kind gets its type back.
 */
final class ValueTypes {
    private static final String MAP = "map";
    private static final Object PLAIN = "";

    private ValueTypes() {}

    /** Returns the types by field: a text, a map for a struct, a list for an array, and nothing where nothing is lost. */
    static Object of(Object value) {
        if (value instanceof Struct struct) {
            Map<String, Object> types = new LinkedHashMap<>();
            struct.fields().forEach(field -> add(types, field.getKey(), of(field.getValue())));
            return types.isEmpty() ? PLAIN : types;
        } else if (value instanceof List<?> list) {
            return list.stream()
                    .map(ValueTypes::of)
                    .filter(type -> !type.equals(PLAIN))
                    .findFirst()
                    .<Object>map(List::of)
                    .orElse(PLAIN);
        } else if (value instanceof Map) {
            return MAP;
        } else if (value instanceof Long number) {
            return number == number.intValue() ? "long" : PLAIN;
        } else if (value instanceof Short) {
            return "short";
        } else if (value instanceof Byte) {
            return "byte";
        } else if (value instanceof Float) {
            return "float";
        }
        return value instanceof LocalDateTime ? "timestampNTZ" : PLAIN;
    }

    private static void add(Map<String, Object> types, String name, Object type) {
        if (!type.equals(PLAIN)) {
            types.put(name, type);
        }
    }

    /** Returns the value with the types that still fit. */
    static Object restore(Object value, Object types) {
        if (types instanceof Map<?, ?> fields && value instanceof Struct struct) {
            fields.forEach((name, type) -> {
                if (struct.has((String) name)) {
                    struct.put((String) name, restore(struct.get((String) name), type));
                }
            });
            return struct;
        } else if (types instanceof List<?> elements && value instanceof List<?> list) {
            List<Object> restored = new ArrayList<>(list.size());
            list.forEach(each -> restored.add(restore(each, elements.get(0))));
            return restored;
        }
        return types instanceof String type ? restore(value, type) : value;
    }

    private static Object restore(Object value, String type) {
        if (value instanceof Integer number) {
            return switch (type) {
                case "long" -> number.longValue();
                case "short" -> number == number.shortValue() ? (Object) number.shortValue() : number;
                case "byte" -> number == number.byteValue() ? (Object) number.byteValue() : number;
                default -> number;
            };
        } else if (value instanceof Double number && type.equals("float")) {
            return number.floatValue();
        } else if (value instanceof Timestamp timestamp && type.equals("timestampNTZ")) {
            return timestamp.toLocalDateTime();
        } else if (value instanceof Struct struct && type.equals(MAP)) {
            Map<String, Object> map = new LinkedHashMap<>();
            struct.fields().forEach(field -> map.put(field.getKey(), field.getValue()));
            return map;
        }
        return value;
    }
}
