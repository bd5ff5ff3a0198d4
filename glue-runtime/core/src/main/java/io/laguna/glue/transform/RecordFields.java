package io.laguna.glue.transform;

import io.laguna.glue.record.Struct;

/** The fields of one record by the texts of their paths, for functions of a program. */
public final class RecordFields {
    private RecordFields() {}

    /** Returns the value at a path, which is null when there is none too. */
    public static Object get(Struct record, String path) {
        Object value = Fields.get(record, FieldPath.parse(path), true);
        return value == Fields.ABSENT ? null : value;
    }

    /** Returns a record with the value at a path. */
    public static Struct put(Struct record, String path, Object value) {
        Struct changed = Fields.deepCopy(record);
        Fields.put(changed, FieldPath.parse(path), value);
        return changed;
    }

    /** Returns a record without the field at a path. */
    public static Struct drop(Struct record, String path) {
        return Fields.drop(record, FieldPath.parse(path));
    }
}
