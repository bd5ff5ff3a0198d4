package io.laguna.redshift.load.parquet;

import org.apache.parquet.format.Type;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** The types in which values stand in a file, which footers and schemas name otherwise. */
public final class PhysicalTypes {
    private PhysicalTypes() {}

    static PrimitiveTypeName ofSchema(Type type) {
        return type == Type.BYTE_ARRAY ? PrimitiveTypeName.BINARY : PrimitiveTypeName.valueOf(type.name());
    }

    /** Returns a schema's type as a footer names it. */
    public static Type ofFooter(PrimitiveTypeName type) {
        return type == PrimitiveTypeName.BINARY ? Type.BYTE_ARRAY : Type.valueOf(type.name());
    }
}
