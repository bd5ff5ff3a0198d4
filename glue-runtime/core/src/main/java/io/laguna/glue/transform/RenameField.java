package io.laguna.glue.transform;

import io.laguna.glue.frame.Content;
import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.frame.Stage;
import io.laguna.glue.record.Struct;
import io.laguna.glue.schema.GlueType;
import io.laguna.glue.schema.GlueType.StructType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;

/** The move of one field to another name or place. A field that is not there is no error. */
public final class RenameField {
    private RenameField() {}

    public static DynamicFrame apply(DynamicFrame frame, String oldName, String newName, Stage stage) {
        FieldPath from = FieldPath.parse(oldName);
        FieldPath to = FieldPath.parse(newName);
        boolean topLevel = from.isTopLevel() && to.isTopLevel();
        if (frame.content() instanceof Content.Typed typed && topLevel) {
            Column[] columns = frame.schema().fields().keySet().stream()
                    .filter(name -> name.equals(from.first()) || !name.equals(to.first()))
                    .map(name -> Columns.named(name).as(name.equals(from.first()) ? to.first() : name))
                    .toArray(Column[]::new);
            boolean there = frame.schema().fields().containsKey(from.first());
            return DynamicFrame.ofStep(there ? typed.rows().select(columns) : typed.rows(), stage, frame);
        }
        return Steps.each(
                frame,
                record -> topLevel ? inPlace(record, from, to) : move(record, from, to),
                schema -> topLevel ? inPlace(schema, from, to) : move(schema, from, to),
                stage);
    }

    private static Struct inPlace(Struct record, FieldPath from, FieldPath to) {
        if (!record.has(from.first())) {
            return record;
        }
        Struct renamed = new Struct(record.size());
        for (Map.Entry<String, Object> field : record.fields()) {
            if (field.getKey().equals(from.first())) {
                renamed.put(to.first(), field.getValue());
            } else if (!field.getKey().equals(to.first())) {
                renamed.put(field.getKey(), field.getValue());
            }
        }
        return renamed;
    }

    private static StructType inPlace(StructType schema, FieldPath from, FieldPath to) {
        if (!schema.fields().containsKey(from.first())) {
            return schema;
        }
        Map<String, GlueType> fields = new LinkedHashMap<>();
        schema.fields().forEach((name, type) -> {
            if (name.equals(from.first())) {
                fields.put(to.first(), type);
            } else if (!name.equals(to.first())) {
                fields.put(name, type);
            }
        });
        return new StructType(fields);
    }

    private static Struct move(Struct record, FieldPath from, FieldPath to) {
        Object value = Fields.get(record, from, true);
        if (value == Fields.ABSENT) {
            return record;
        }
        Struct moved = Fields.deepCopy(Fields.drop(record, from));
        Fields.put(moved, to, value);
        return moved;
    }

    private static StructType move(StructType schema, FieldPath from, FieldPath to) {
        Optional<GlueType> type = Types.get(schema, from, true);
        return type.isEmpty() ? schema : Types.put(Types.drop(schema, from), to.steps(), type.get());
    }
}
