package io.laguna.glue.transform;

import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.frame.Stage;
import io.laguna.glue.schema.GlueType;
import io.laguna.glue.schema.GlueType.Atomic;
import io.laguna.glue.schema.GlueType.StructType;
import java.util.ArrayList;
import java.util.List;

/** The removal of fields that hold nothing but null in every record. A null among other values stays, and so do maps. */
public final class DropNullFields {
    private DropNullFields() {}

    /** Returns the paths of the fields of the null type. */
    public static List<String> paths(DynamicFrame frame) {
        List<String> paths = new ArrayList<>();
        collect(frame.schema(), "", paths);
        return paths;
    }

    public static DynamicFrame apply(DynamicFrame frame, Stage stage) {
        return DropFields.apply(frame, paths(frame), stage);
    }

    private static void collect(GlueType type, String prefix, List<String> paths) {
        if (type instanceof StructType struct) {
            struct.fields().forEach((name, field) -> {
                String path = prefix + FieldPath.quote(name);
                if (field == Atomic.NULL) {
                    paths.add(path);
                } else {
                    collect(field, path + ".", paths);
                }
            });
        } else if (type instanceof GlueType.ArrayType array) {
            collect(array.element(), prefix, paths);
        }
    }
}
