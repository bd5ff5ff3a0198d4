package io.laguna.glue.transform;

import io.laguna.glue.frame.Content;
import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.frame.Stage;
import io.laguna.glue.schema.GlueType;
import io.laguna.glue.schema.GlueType.StructType;
import java.util.Map;
import java.util.Optional;

/** The records of two frames in one. Fields meet by name; a field of two types becomes a choice. */
public final class Union {
    private Union() {}

    public static DynamicFrame apply(DynamicFrame one, DynamicFrame other, Stage stage) {
        if (one.content() instanceof Content.Typed a
                && other.content() instanceof Content.Typed b
                && agree(one.schema(), other.schema())) {
            return DynamicFrame.ofStep(a.rows().unionByName(b.rows(), true), stage, one, other);
        }
        return DynamicFrame.ofStep(
                one.records().union(other.records()),
                () -> (StructType) one.schema().merge(other.schema()),
                stage,
                one,
                other);
    }

    /** Returns whether fields of the same name have the same type, so that rows can be put together. */
    static boolean agree(StructType one, StructType other) {
        return one.fields().entrySet().stream().allMatch(field -> agree(field, other));
    }

    private static boolean agree(Map.Entry<String, GlueType> field, StructType other) {
        return Optional.ofNullable(other.fields().get(field.getKey()))
                .map(type -> type.equals(field.getValue()))
                // Spark meets names without regard to case: such columns stay apart as records.
                .orElse(Types.name(other, field.getKey(), false).isEmpty());
    }
}
