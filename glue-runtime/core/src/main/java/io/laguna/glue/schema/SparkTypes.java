package io.laguna.glue.schema;

import io.laguna.glue.schema.GlueType.ArrayType;
import io.laguna.glue.schema.GlueType.Atomic;
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
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/** The types of Spark that stand for types of records, and back. A choice is a struct with a field for each type. */
public final class SparkTypes {
    private SparkTypes() {}

    /** Returns the schema of a DataFrame of such records. */
    public static org.apache.spark.sql.types.StructType ofStruct(StructType type) {
        return fields(type.fields());
    }

    /** Returns Spark's type for values of a type. */
    public static DataType of(GlueType type) {
        if (type instanceof Atomic atomic) {
            return atomic(atomic);
        } else if (type instanceof StructType struct) {
            return fields(struct.fields());
        } else if (type instanceof ChoiceType choice) {
            return fields(choice.choices());
        } else if (type instanceof ArrayType array) {
            return DataTypes.createArrayType(of(array.element()));
        } else if (type instanceof SetType set) {
            return DataTypes.createArrayType(of(set.element()));
        } else if (type instanceof MapType map) {
            return DataTypes.createMapType(DataTypes.StringType, of(map.value()));
        } else if (type instanceof DecimalType decimal) {
            return DataTypes.createDecimalType(decimal.precision(), decimal.scale());
        } else if (type instanceof EnumType) {
            return DataTypes.StringType;
        }
        throw new IllegalArgumentException("No type of Spark stands for " + type.typeName());
    }

    private static DataType atomic(Atomic type) {
        return switch (type) {
            case BINARY -> DataTypes.BinaryType;
            case BOOLEAN -> DataTypes.BooleanType;
            case BYTE -> DataTypes.ByteType;
            case DATE -> DataTypes.DateType;
            case DOUBLE -> DataTypes.DoubleType;
            case FLOAT -> DataTypes.FloatType;
            case INTEGER -> DataTypes.IntegerType;
            case LONG -> DataTypes.LongType;
            case NULL, UNKNOWN -> DataTypes.NullType;
            case SHORT -> DataTypes.ShortType;
            case STRING -> DataTypes.StringType;
            case TIMESTAMP -> DataTypes.TimestampType;
            case TIMESTAMP_NTZ -> DataTypes.TimestampNTZType;
        };
    }

    private static org.apache.spark.sql.types.StructType fields(Map<String, GlueType> types) {
        List<StructField> fields = new ArrayList<>();
        types.forEach((name, type) -> fields.add(DataTypes.createStructField(name, of(type), true)));
        return DataTypes.createStructType(fields);
    }

    /** Returns the type of records of a DataFrame with this schema. */
    public static StructType struct(org.apache.spark.sql.types.StructType schema) {
        Map<String, GlueType> fields = new LinkedHashMap<>();
        for (StructField field : schema.fields()) {
            fields.put(field.name(), type(field.dataType()));
        }
        return new StructType(fields);
    }

    /** Returns the type of values of a type of Spark's. Keys of maps become texts. */
    public static GlueType type(DataType type) {
        if (type instanceof org.apache.spark.sql.types.StructType struct) {
            return struct(struct);
        } else if (type instanceof org.apache.spark.sql.types.ArrayType array) {
            return new ArrayType(type(array.elementType()));
        } else if (type instanceof org.apache.spark.sql.types.MapType map) {
            return new MapType(type(map.valueType()));
        } else if (type instanceof org.apache.spark.sql.types.DecimalType decimal) {
            return new DecimalType(decimal.precision(), decimal.scale());
        } else if (type instanceof org.apache.spark.sql.types.CharType
                || type instanceof org.apache.spark.sql.types.VarcharType) {
            return Atomic.STRING;
        }
        for (Atomic atomic : Atomic.values()) {
            if (atomic(atomic).equals(type)) {
                return atomic;
            }
        }
        throw new IllegalArgumentException("Records have no type for Spark's " + type.simpleString());
    }
}
