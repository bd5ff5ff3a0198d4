package io.laguna.glue.schema;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.Serializable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A type of values. The names are those of {@code awsglue.gluetypes}. Where a job has set Kryo, which cannot write records of
 * Java, types are written by Java's own serialization.
 */
public sealed interface GlueType extends Serializable {

    /** Returns the name of the kind of type: {@code long}, {@code struct}, {@code choice}. */
    String typeName();

    /** A type without parts. */
    enum Atomic implements GlueType {
        BINARY("binary"),
        BOOLEAN("boolean"),
        BYTE("byte"),
        DATE("date"),
        DOUBLE("double"),
        FLOAT("float"),
        INTEGER("int"),
        LONG("long"),
        NULL("null"),
        SHORT("short"),
        STRING("string"),
        TIMESTAMP("timestamp"),
        TIMESTAMP_NTZ("timestampNTZ"),
        UNKNOWN("unknown");

        private final String typeName;

        Atomic(String typeName) {
            this.typeName = typeName;
        }

        @Override
        public String typeName() {
            return typeName;
        }
    }

    /** A decimal number of so many digits, of which so many stand behind the point. */
    @DefaultSerializer(JavaSerializer.class)
    record DecimalType(int precision, int scale) implements GlueType {
        @Override
        public String typeName() {
            return "decimal";
        }
    }

    /** One of a few texts; its values are strings. */
    @DefaultSerializer(JavaSerializer.class)
    record EnumType(List<String> options) implements GlueType {
        public EnumType {
            options = List.copyOf(options);
        }

        @Override
        public String typeName() {
            return "enum";
        }
    }

    @DefaultSerializer(JavaSerializer.class)
    record ArrayType(GlueType element) implements GlueType {
        @Override
        public String typeName() {
            return "array";
        }
    }

    /** An array in which no value is twice; its values are lists. */
    @DefaultSerializer(JavaSerializer.class)
    record SetType(GlueType element) implements GlueType {
        @Override
        public String typeName() {
            return "set";
        }
    }

    /** A map from texts to values. */
    @DefaultSerializer(JavaSerializer.class)
    record MapType(GlueType value) implements GlueType {
        @Override
        public String typeName() {
            return "map";
        }
    }

    /** Several types in one field, by their names. */
    @DefaultSerializer(JavaSerializer.class)
    record ChoiceType(Map<String, GlueType> choices) implements GlueType {
        public ChoiceType {
            choices = new LinkedHashMap<>(choices);
        }

        @Override
        public String typeName() {
            return "choice";
        }
    }

    /** The fields of a struct in their order. */
    @DefaultSerializer(JavaSerializer.class)
    record StructType(Map<String, GlueType> fields) implements GlueType {
        public static final StructType EMPTY = new StructType(Map.of());

        public StructType {
            fields = new LinkedHashMap<>(fields);
        }

        @Override
        public String typeName() {
            return "struct";
        }

        /** Returns the same without some fields. */
        public StructType without(Collection<String> names) {
            Map<String, GlueType> others = new LinkedHashMap<>(fields);
            others.keySet().removeAll(names);
            return new StructType(others);
        }
    }

    /** Returns whether no value tells anything of this type. */
    default boolean isUnknown() {
        return this == Atomic.NULL || this == Atomic.UNKNOWN;
    }

    /** Returns the type of fields that hold values of this type and of another. */
    default GlueType merge(GlueType other) {
        return Merge.of(this, other);
    }

    /** Returns the type as JSON text, in the shape of gluetypes' {@code jsonValue}. */
    default String jsonValue() {
        return SchemaJson.text(this);
    }

    /** Returns the tree of fields, as {@code printSchema} shows it. */
    default String treeString() {
        return Tree.text(this);
    }
}
