package io.laguna.glue.transform;

import io.laguna.glue.schema.GlueType;
import io.laguna.glue.schema.GlueType.Atomic;
import io.laguna.glue.schema.TypeNames;
import java.io.Serializable;
import java.util.List;

/** A mapping of one field to another place, name and type. Absent types are as they are in the data. */
public final class MappingSpec implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final List<GlueType> WHOLE = List.of(Atomic.BYTE, Atomic.SHORT, Atomic.INTEGER, Atomic.LONG);

    private final FieldPath source;
    private final FieldPath target;
    private final GlueType sourceType;
    private final GlueType targetType;

    private MappingSpec(FieldPath source, GlueType sourceType, FieldPath target, GlueType targetType) {
        this.source = source;
        this.sourceType = sourceType;
        this.target = target;
        this.targetType = targetType;
    }

    public static MappingSpec of(String source, String sourceType, String target, String targetType) {
        return new MappingSpec(
                FieldPath.parse(source),
                TypeNames.parse(sourceType),
                FieldPath.parse(target),
                TypeNames.parse(targetType));
    }

    /** Returns a mapping that casts whatever is there. */
    public static MappingSpec of(String source, String target, String targetType) {
        return new MappingSpec(
                FieldPath.parse(source), Atomic.UNKNOWN, FieldPath.parse(target), TypeNames.parse(targetType));
    }

    /** Returns a mapping that moves whatever is there. */
    public static MappingSpec of(String source, String target) {
        return of(FieldPath.parse(source), FieldPath.parse(target));
    }

    static MappingSpec of(FieldPath source, FieldPath target) {
        return new MappingSpec(source, Atomic.UNKNOWN, target, Atomic.UNKNOWN);
    }

    FieldPath source() {
        return source;
    }

    FieldPath target() {
        return target;
    }

    /** Returns the type of the target, {@code unknown} when it is that of the data. */
    GlueType targetType() {
        return targetType;
    }

    /**
     * Returns whether a value of a type counts as one of the source's type. Others become null, silently, as on AWS. A
     * number that fits into the source's type counts: a reader of JSON cannot know that an int is a long or a double elsewhere.
     */
    boolean takes(String typeName) {
        if (sourceType.isUnknown() || sourceType.typeName().equals(typeName)) {
            return true;
        }
        boolean whole = WHOLE.stream().anyMatch(each -> each.typeName().equals(typeName));
        if (sourceType == Atomic.DOUBLE) {
            return whole || typeName.equals(Atomic.FLOAT.typeName());
        } else if (sourceType instanceof GlueType.DecimalType) {
            return whole;
        }
        int place = WHOLE.indexOf(sourceType);
        return WHOLE.subList(0, Math.max(place, 0)).stream()
                .anyMatch(narrower -> narrower.typeName().equals(typeName));
    }

    /** Returns the type that the target has when the source has this one. */
    GlueType result(GlueType type) {
        boolean bare = targetType instanceof GlueType.StructType
                || targetType instanceof GlueType.ArrayType
                || targetType instanceof GlueType.MapType;
        return targetType.isUnknown() || (bare && targetType.typeName().equals(type.typeName())) ? type : targetType;
    }
}
