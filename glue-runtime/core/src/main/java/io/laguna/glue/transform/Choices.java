package io.laguna.glue.transform;

import io.laguna.glue.schema.GlueType;
import io.laguna.glue.schema.GlueType.ArrayType;
import io.laguna.glue.schema.GlueType.ChoiceType;
import io.laguna.glue.schema.GlueType.MapType;
import io.laguna.glue.schema.GlueType.StructType;

/** The question whether a schema has a choice anywhere: without one, records are rows. */
final class Choices {
    private Choices() {}

    static boolean none(GlueType type) {
        if (type instanceof ChoiceType) {
            return false;
        } else if (type instanceof StructType struct) {
            return struct.fields().values().stream().allMatch(Choices::none);
        } else if (type instanceof ArrayType array) {
            return none(array.element());
        }
        return !(type instanceof MapType map) || none(map.value());
    }
}
