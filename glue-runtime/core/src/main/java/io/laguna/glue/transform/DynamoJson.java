package io.laguna.glue.transform;

import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.frame.Stage;
import io.laguna.glue.record.DynamicRecord;
import io.laguna.glue.record.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Records in the JSON of DynamoDB, where a value is a struct of one field that names its type, as plain records. Numbers
 * stay the texts that they are there.
 */
public final class DynamoJson {
    private static final String MAP = "M";
    private static final String LIST = "L";
    private static final Set<String> TYPES = Set.of("S", "N", "B", "BOOL", "NULL", "SS", "NS", "BS", LIST, MAP);
    private static final String ITEM = "Item";

    private DynamoJson() {}

    /** Returns the frame with maps as structs. A list whose elements have several types, or are maps, stays. */
    public static DynamicFrame simplify(DynamicFrame frame, Stage stage) {
        return DynamicFrame.ofStep(
                frame.records().map(record -> record.isError() ? record : plain(record.fields())), stage, frame);
    }

    /** Returns the frame with maps as fields of dotted names. Lists of structs stay. */
    public static DynamicFrame unnest(DynamicFrame frame, Stage stage) {
        return DynamicFrame.ofStep(
                frame.records()
                        .map(record -> record.isError()
                                ? record
                                : DynamicRecord.of(
                                        FlatRecord.of(plain(record.fields()).fields()))),
                stage,
                frame);
    }

    private static DynamicRecord plain(Struct record) {
        Struct fields = record.size() == 1 && record.get(ITEM) instanceof Struct item && !isTyped(item) ? item : record;
        return DynamicRecord.of(fields(fields));
    }

    private static Struct fields(Struct struct) {
        Struct plain = new Struct(struct.size());
        struct.fields().forEach(field -> plain.put(field.getKey(), value(field.getValue())));
        return plain;
    }

    private static boolean isTyped(Object value) {
        return value instanceof Struct struct && !struct.isEmpty() && TYPES.containsAll(struct.names());
    }

    private static Object value(Object value) {
        if (!(value instanceof Struct struct)) {
            return value;
        } else if (!isTyped(struct)) {
            return fields(struct);
        }
        Optional<Map.Entry<String, Object>> typed = struct.fields().stream()
                .filter(field -> field.getValue() != null)
                .findFirst();
        if (typed.isEmpty() || typed.get().getKey().equals("NULL")) {
            return null;
        }
        Object inner = typed.get().getValue();
        return switch (typed.get().getKey()) {
            case MAP -> inner instanceof Struct map ? fields(map) : inner;
            case LIST -> inner instanceof List<?> list ? list(list) : inner;
            default -> inner;
        };
    }

    private static Object list(List<?> list) {
        List<Object> values = new ArrayList<>(list.size());
        Optional<Set<String>> type = Optional.empty();
        for (Object element : list) {
            if (!isTyped(element)) {
                return list;
            }
            Set<String> names = ((Struct) element).names();
            if (names.contains(MAP) || !type.orElse(names).equals(names)) {
                return list;
            }
            type = Optional.of(names);
            values.add(value(element));
        }
        return values;
    }
}
