package io.laguna.glue.schema;

import io.laguna.glue.schema.GlueType.ArrayType;
import io.laguna.glue.schema.GlueType.Atomic;
import io.laguna.glue.schema.GlueType.ChoiceType;
import io.laguna.glue.schema.GlueType.DecimalType;
import io.laguna.glue.schema.GlueType.MapType;
import io.laguna.glue.schema.GlueType.StructType;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.types.DataType;
import scala.util.Try;

/** The names of types in mappings and resolutions: Glue's, SQL's and Hive's, in letters of any case. */
public final class TypeNames {
    /** What gluetypes takes a decimal without digits for. */
    public static final DecimalType DECIMAL = new DecimalType(10, 2);

    private TypeNames() {}

    /** Returns the type that a text names; an {@link IllegalArgumentException} says which text names none. */
    public static GlueType parse(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "string", "varchar", "char", "text" -> Atomic.STRING;
            case "long", "bigint" -> Atomic.LONG;
            case "int", "integer" -> Atomic.INTEGER;
            case "short", "smallint" -> Atomic.SHORT;
            case "byte", "tinyint" -> Atomic.BYTE;
            case "boolean", "bool" -> Atomic.BOOLEAN;
            case "timestampntz", "timestamp_ntz" -> Atomic.TIMESTAMP_NTZ;
            case "decimal", "numeric" -> DECIMAL;
                // A compound type without its parts: any of the kind.
            case "struct" -> StructType.EMPTY;
            case "array" -> new ArrayType(Atomic.NULL);
            case "map" -> new MapType(Atomic.NULL);
            case "choice" -> new ChoiceType(Map.of());
            case "null", "void" -> Atomic.NULL;
            default -> ddl(text);
        };
    }

    private static GlueType ddl(String text) {
        Try<DataType> type = Try.apply(() -> DataType.fromDDL(text));
        if (type.isFailure()) {
            throw new IllegalArgumentException("There is no type " + text);
        }
        return SparkTypes.type(type.get());
    }
}
