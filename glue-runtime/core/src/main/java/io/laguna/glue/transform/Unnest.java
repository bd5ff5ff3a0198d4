package io.laguna.glue.transform;

import io.laguna.glue.frame.Content;
import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.frame.Stage;
import io.laguna.glue.record.Struct;
import io.laguna.glue.schema.GlueType;
import io.laguna.glue.schema.GlueType.ArrayType;
import io.laguna.glue.schema.GlueType.ChoiceType;
import io.laguna.glue.schema.GlueType.StructType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * Structs as fields with dotted names. An array stays an array; the fields of structs in it get the prefix {@code
 * array.val.}.
 */
public final class Unnest {
    static final String VALUE = ".val";

    private Unnest() {}

    public static DynamicFrame apply(DynamicFrame frame, Stage stage) {
        StructType schema = frame.schema();
        if (frame.content() instanceof Content.Typed typed
                && schema.fields().values().stream().noneMatch(Unnest::hasStructsInArrays)) {
            List<Column> columns = new ArrayList<>();
            collect(schema, "", "", columns);
            return DynamicFrame.ofStep(typed.rows().select(columns.toArray(Column[]::new)), stage, frame);
        }
        Set<String> names = new HashSet<>(flat(schema).fields().keySet());
        return Steps.each(frame, record -> flat(record, names), Unnest::flat, stage);
    }

    private static boolean hasStructsInArrays(GlueType type) {
        return type instanceof StructType struct
                ? struct.fields().values().stream().anyMatch(Unnest::hasStructsInArrays)
                : type instanceof ArrayType array && !(array.element() instanceof GlueType.Atomic);
    }

    private static void collect(StructType struct, String quoted, String dotted, List<Column> columns) {
        struct.fields().forEach((name, type) -> {
            if (type instanceof StructType inner) {
                collect(inner, quoted + FieldPath.quote(name) + ".", dotted + name + ".", columns);
            } else {
                columns.add(functions.col(quoted + FieldPath.quote(name)).as(dotted + name));
            }
        });
    }

    private static Struct flat(Struct record, Set<String> names) {
        Struct flat = new Struct(record.size());
        flatten(record, "", flat);
        return FlatRecord.without(flat, names);
    }

    private static void flatten(Struct record, String prefix, Struct flat) {
        for (Map.Entry<String, Object> field : record.fields()) {
            String name = prefix + field.getKey();
            if (field.getValue() instanceof Struct inner) {
                flatten(inner, name + ".", flat);
            } else if (field.getValue() instanceof List<?> list) {
                flat.put(name, elements(list, name));
            } else {
                flat.put(name, field.getValue());
            }
        }
    }

    private static List<Object> elements(List<?> list, String name) {
        List<Object> elements = new ArrayList<>(list.size());
        for (Object element : list) {
            if (element instanceof Struct struct) {
                Struct flat = new Struct(struct.size());
                flatten(struct, name + VALUE + ".", flat);
                elements.add(flat);
            } else {
                elements.add(element instanceof List<?> inner ? elements(inner, name + VALUE) : element);
            }
        }
        return elements;
    }

    private static StructType flat(StructType schema) {
        Map<String, GlueType> flat = new LinkedHashMap<>();
        flatten(schema, "", flat);
        return new StructType(flat);
    }

    private static void flatten(StructType struct, String prefix, Map<String, GlueType> flat) {
        struct.fields().forEach((field, type) -> flattenField(prefix + field, type, flat));
    }

    private static void flattenField(String name, GlueType type, Map<String, GlueType> flat) {
        if (type instanceof StructType inner) {
            flatten(inner, name + ".", flat);
        } else if (type instanceof ChoiceType choice) {
            choice.choices().values().forEach(each -> flattenField(name, each, flat));
        } else {
            flat.merge(name, elementsOf(type, name), GlueType::merge);
        }
    }

    private static GlueType elementsOf(GlueType type, String name) {
        if (!(type instanceof ArrayType array)) {
            return type;
        }
        if (array.element() instanceof StructType struct) {
            Map<String, GlueType> fields = new LinkedHashMap<>();
            flatten(struct, name + VALUE + ".", fields);
            return new ArrayType(new StructType(fields));
        }
        return new ArrayType(elementsOf(array.element(), name + VALUE));
    }
}
