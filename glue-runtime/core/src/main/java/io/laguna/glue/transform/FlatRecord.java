package io.laguna.glue.transform;

import io.laguna.glue.record.Struct;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A record without structs: their fields have dotted names. Arrays are as they were. */
final class FlatRecord {
    private FlatRecord() {}

    static Struct of(Struct record) {
        Struct flat = new Struct(record.size());
        record.fields().forEach(field -> put(field.getKey(), field.getValue(), flat));
        return flat;
    }

    /** Returns the record without the nulls that stand for structs: fields of other names than the schema's. */
    static Struct without(Struct flat, Set<String> names) {
        for (Map.Entry<String, Object> field : List.copyOf(flat.fields())) {
            if (field.getValue() == null && !names.contains(field.getKey())) {
                flat.remove(field.getKey());
            }
        }
        return flat;
    }

    /** Sets a field, or the fields of a struct. */
    static void put(String name, Object value, Struct flat) {
        if (value instanceof Struct struct) {
            struct.fields().forEach(field -> put(name + "." + field.getKey(), field.getValue(), flat));
        } else {
            flat.put(name, value);
        }
    }
}
