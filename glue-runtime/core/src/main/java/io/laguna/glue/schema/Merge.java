package io.laguna.glue.schema;

import io.laguna.glue.schema.GlueType.ArrayType;
import io.laguna.glue.schema.GlueType.ChoiceType;
import io.laguna.glue.schema.GlueType.DecimalType;
import io.laguna.glue.schema.GlueType.EnumType;
import io.laguna.glue.schema.GlueType.MapType;
import io.laguna.glue.schema.GlueType.SetType;
import io.laguna.glue.schema.GlueType.StructType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The merge of two types: fields of the first stand first, and what cannot be one type becomes a choice. */
final class Merge {
    private static final int MAX_PRECISION = 38;

    private Merge() {}

    static GlueType of(GlueType one, GlueType other) {
        if (other.isUnknown() || one.equals(other)) {
            return one;
        }
        if (one.isUnknown()) {
            return other;
        }
        if (one instanceof ChoiceType choice) {
            return choice(choice, other);
        }
        if (other instanceof ChoiceType choice) {
            return choice(new ChoiceType(Map.of(one.typeName(), one)), choice);
        }
        if (one instanceof StructType a && other instanceof StructType b) {
            return new StructType(union(a.fields(), b.fields()));
        }
        if (one instanceof ArrayType a && other instanceof ArrayType b) {
            return new ArrayType(of(a.element(), b.element()));
        }
        if (one instanceof SetType a && other instanceof SetType b) {
            return new SetType(of(a.element(), b.element()));
        }
        if (one instanceof MapType a && other instanceof MapType b) {
            return new MapType(of(a.value(), b.value()));
        }
        if (one instanceof DecimalType a && other instanceof DecimalType b) {
            return wider(a, b);
        }
        if (one instanceof EnumType a && other instanceof EnumType b) {
            List<String> options = new ArrayList<>(a.options());
            b.options().stream().filter(option -> !a.options().contains(option)).forEach(options::add);
            return new EnumType(options);
        }
        return choice(new ChoiceType(Map.of(one.typeName(), one)), other);
    }

    private static ChoiceType choice(ChoiceType choice, GlueType other) {
        return new ChoiceType(
                union(choice.choices(), other instanceof ChoiceType b ? b.choices() : Map.of(other.typeName(), other)));
    }

    private static Map<String, GlueType> union(Map<String, GlueType> one, Map<String, GlueType> other) {
        Map<String, GlueType> union = new LinkedHashMap<>(one);
        other.forEach((name, type) -> union.merge(name, type, Merge::of));
        return union;
    }

    private static DecimalType wider(DecimalType one, DecimalType other) {
        int scale = Math.max(one.scale(), other.scale());
        int whole = Math.max(one.precision() - one.scale(), other.precision() - other.scale());
        return new DecimalType(Math.min(MAX_PRECISION, whole + scale), scale);
    }
}
