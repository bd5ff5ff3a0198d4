package io.laguna.glue.transform;

import io.laguna.glue.frame.Content;
import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.frame.Stage;
import io.laguna.glue.record.Struct;
import io.laguna.glue.schema.GlueType.StructType;
import java.util.List;

/** The removal of fields by their paths, those in the elements of arrays too. With its last field a struct goes. */
public final class DropFields {
    private DropFields() {}

    public static DynamicFrame apply(DynamicFrame frame, List<String> paths, Stage stage) {
        List<FieldPath> fields = FieldPath.parseAll(paths);
        if (frame.content() instanceof Content.Typed typed) {
            return DynamicFrame.ofStep(typed.rows().select(PrunedColumns.of(frame.schema(), fields)), stage, frame);
        }
        return Steps.each(frame, record -> drop(record, fields), schema -> drop(schema, fields), stage);
    }

    private static Struct drop(Struct record, List<FieldPath> fields) {
        Struct left = record;
        for (FieldPath field : fields) {
            left = Fields.drop(left, field);
        }
        return left;
    }

    private static StructType drop(StructType schema, List<FieldPath> fields) {
        StructType left = schema;
        for (FieldPath field : fields) {
            left = Types.drop(left, field);
        }
        return left;
    }
}
