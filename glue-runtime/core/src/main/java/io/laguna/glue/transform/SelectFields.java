package io.laguna.glue.transform;

import io.laguna.glue.frame.Content;
import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.frame.Stage;
import io.laguna.glue.record.Struct;
import io.laguna.glue.schema.GlueType;
import io.laguna.glue.schema.GlueType.StructType;
import java.util.List;
import java.util.Optional;

/** The choice of fields by their paths. A field that is not there is left out. */
public final class SelectFields {
    private SelectFields() {}

    public static DynamicFrame apply(DynamicFrame frame, List<String> paths, Stage stage) {
        List<FieldPath> fields = FieldPath.parseAll(paths);
        if (frame.content() instanceof Content.Typed typed) {
            List<MappingSpec> mappings =
                    fields.stream().map(path -> MappingSpec.of(path, path)).toList();
            return DynamicFrame.ofStep(new MappedColumns(frame, true).select(typed.rows(), mappings), stage, frame);
        }
        return Steps.each(frame, record -> select(record, fields), schema -> select(schema, fields), stage);
    }

    private static Struct select(Struct record, List<FieldPath> fields) {
        Struct selected = new Struct(fields.size());
        for (FieldPath field : fields) {
            Object value = Fields.get(record, field, true);
            if (value != Fields.ABSENT) {
                Fields.put(selected, field, value);
            }
        }
        return selected;
    }

    private static StructType select(StructType schema, List<FieldPath> fields) {
        StructType selected = StructType.EMPTY;
        for (FieldPath field : fields) {
            Optional<GlueType> type = Types.get(schema, field, true);
            if (type.isPresent()) {
                selected = Types.put(selected, field.steps(), type.get());
            }
        }
        return selected;
    }
}
