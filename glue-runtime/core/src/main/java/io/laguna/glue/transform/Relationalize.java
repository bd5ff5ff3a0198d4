package io.laguna.glue.transform;

import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.frame.Stage;
import io.laguna.glue.record.DynamicRecord;
import io.laguna.glue.record.Struct;
import io.laguna.glue.schema.GlueType;
import io.laguna.glue.schema.GlueType.StructType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;

/**
 * Nested records as flat tables. Structs become fields with dotted names; in the place of an array stands a key, counted
 * from 1, and the elements are the records of a table of their own: the key as {@code id}, the place as {@code index}, the
 * element as {@code array.val}.
 */
public final class Relationalize {
    private final DynamicFrame frame;
    private final String root;
    private final Stage stage;
    private final Map<String, DynamicFrame> tables = new LinkedHashMap<>();

    private Relationalize(DynamicFrame frame, String root, Stage stage) {
        this.frame = frame;
        this.root = root;
        this.stage = stage;
    }

    /** Returns the tables by their names: the root's, and {@code root_array} for each array. */
    public static Map<String, DynamicFrame> apply(DynamicFrame frame, String root, Stage stage) {
        Relationalize relationalize = new Relationalize(frame, root, stage);
        FlatSchema schema = FlatSchema.of(frame.schema());
        Set<String> names = new HashSet<>(schema.type().fields().keySet());
        JavaRDD<Struct> flat = frame.structs().map(record -> FlatRecord.without(FlatRecord.of(record), names));
        relationalize.table(root, flat, schema, true);
        return relationalize.tables;
    }

    private void table(String name, JavaRDD<Struct> flat, FlatSchema schema, boolean withErrors) {
        List<String> arrays = new ArrayList<>(schema.arrays().keySet());
        ArrayKeys keys = ArrayKeys.of(flat, arrays);
        JavaRDD<DynamicRecord> records = keys.inPlaceOfArrays(flat).map(DynamicRecord::of);
        StructType type = schema.type();
        tables.put(
                name,
                DynamicFrame.ofStep(
                                withErrors ? records.union(frame.records().filter(DynamicRecord::isError)) : records,
                                () -> type,
                                stage,
                                frame)
                        .withName(name));
        schema.arrays()
                .forEach((array, element) ->
                        child(array, keys.elements(flat, array), FlatSchema.ofElements(array, element)));
    }

    private void child(String array, JavaRDD<Struct> elements, FlatSchema schema) {
        Set<String> names = new HashSet<>(schema.type().fields().keySet());
        table(root + "_" + array, elements.map(record -> FlatRecord.without(record, names)), schema, false);
    }

    /**
     * The fields of a flat table: the array columns as keys, and beside them what their elements are.
     *
     * @param type the table's own fields
     * @param arrays the types of elements by the names of the array columns
     */
    private record FlatSchema(StructType type, Map<String, GlueType> arrays) {

        static FlatSchema of(StructType schema) {
            Map<String, GlueType> fields = new LinkedHashMap<>();
            Map<String, GlueType> arrays = new LinkedHashMap<>();
            schema.fields().forEach((name, type) -> flatten(name, type, fields, arrays));
            return new FlatSchema(new StructType(fields), arrays);
        }

        static FlatSchema ofElements(String array, GlueType element) {
            Map<String, GlueType> fields = new LinkedHashMap<>();
            Map<String, GlueType> arrays = new LinkedHashMap<>();
            fields.put(ArrayKeys.ID, GlueType.Atomic.LONG);
            fields.put(ArrayKeys.INDEX, GlueType.Atomic.INTEGER);
            flatten(array + Unnest.VALUE, element, fields, arrays);
            return new FlatSchema(new StructType(fields), arrays);
        }

        private static void flatten(
                String name, GlueType type, Map<String, GlueType> fields, Map<String, GlueType> arrays) {
            if (type instanceof StructType struct) {
                struct.fields().forEach((field, inner) -> flatten(name + "." + field, inner, fields, arrays));
            } else if (type instanceof GlueType.ChoiceType choice) {
                choice.choices().values().forEach(each -> flatten(name, each, fields, arrays));
            } else if (type instanceof GlueType.ArrayType array) {
                fields.merge(name, GlueType.Atomic.LONG, GlueType::merge);
                arrays.merge(name, array.element(), GlueType::merge);
            } else {
                fields.merge(name, type, GlueType::merge);
            }
        }
    }
}
