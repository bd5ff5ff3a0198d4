package io.laguna.glue.transform;

import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.frame.Stage;
import io.laguna.glue.record.DynamicRecord;
import io.laguna.glue.record.Struct;
import io.laguna.glue.schema.GlueType.StructType;
import java.util.function.UnaryOperator;
import org.apache.spark.api.java.function.Function;

/** Steps that change each record by itself and let errors pass. */
final class Steps {
    private Steps() {}

    /** Returns the frame of changed records, and the schema that follows. */
    static DynamicFrame each(
            DynamicFrame frame, Function<Struct, Struct> change, UnaryOperator<StructType> schema, Stage stage) {
        return DynamicFrame.ofStep(
                frame.records()
                        .map(record -> record.isError() ? record : DynamicRecord.of(change.call(record.fields()))),
                () -> schema.apply(frame.schema()),
                stage,
                frame);
    }
}
