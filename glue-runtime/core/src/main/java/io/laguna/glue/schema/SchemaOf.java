package io.laguna.glue.schema;

import io.laguna.glue.record.DynamicRecord;
import io.laguna.glue.record.Struct;
import io.laguna.glue.schema.GlueType.ArrayType;
import io.laguna.glue.schema.GlueType.Atomic;
import io.laguna.glue.schema.GlueType.ChoiceType;
import io.laguna.glue.schema.GlueType.DecimalType;
import io.laguna.glue.schema.GlueType.MapType;
import io.laguna.glue.schema.GlueType.StructType;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;

/** The schema of values: the type of one, and what the types of many come to. */
public final class SchemaOf {
    private SchemaOf() {}

    /** Returns the type of a value. */
    public static GlueType value(Object value) {
        if (value == null) {
            return Atomic.NULL;
        }
        if (value instanceof Struct struct) {
            Map<String, GlueType> fields = new LinkedHashMap<>();
            struct.fields().forEach(field -> fields.put(field.getKey(), value(field.getValue())));
            return new StructType(fields);
        }
        if (value instanceof List<?> list) {
            return new ArrayType(elements(list));
        }
        if (value instanceof Map<?, ?> map) {
            return new MapType(elements(map.values()));
        }
        if (value instanceof BigDecimal decimal) {
            int scale = Math.max(decimal.scale(), 0);
            int whole = decimal.precision() - decimal.scale();
            return new DecimalType(Math.max(Math.max(whole, 0) + scale, 1), scale);
        }
        return atomic(value);
    }

    /** Returns the name of a value's type, which for what has parts is less work than the type. */
    public static String typeName(Object value) {
        if (value instanceof Struct) {
            return "struct";
        } else if (value instanceof List) {
            return "array";
        } else if (value instanceof Map) {
            return "map";
        }
        return value(value).typeName();
    }

    private static Atomic atomic(Object value) {
        if (value instanceof String) {
            return Atomic.STRING;
        } else if (value instanceof Integer) {
            return Atomic.INTEGER;
        } else if (value instanceof Long) {
            return Atomic.LONG;
        } else if (value instanceof Double) {
            return Atomic.DOUBLE;
        } else if (value instanceof Boolean) {
            return Atomic.BOOLEAN;
        } else if (value instanceof java.sql.Timestamp) {
            return Atomic.TIMESTAMP;
        } else if (value instanceof java.sql.Date) {
            return Atomic.DATE;
        } else if (value instanceof Float) {
            return Atomic.FLOAT;
        } else if (value instanceof Short) {
            return Atomic.SHORT;
        } else if (value instanceof Byte) {
            return Atomic.BYTE;
        } else if (value instanceof byte[]) {
            return Atomic.BINARY;
        } else if (value instanceof LocalDateTime) {
            return Atomic.TIMESTAMP_NTZ;
        }
        throw new IllegalArgumentException(
                "No value of a record: " + value.getClass().getName());
    }

    private static GlueType elements(Iterable<?> values) {
        GlueType type = Atomic.NULL;
        for (Object element : values) {
            type = widen(type, element);
        }
        return type;
    }

    /** Returns the schema of all records that are no errors: one pass over them, merged in the order of the partitions. */
    public static StructType records(JavaRDD<DynamicRecord> records) {
        GlueType merged = StructType.EMPTY;
        for (GlueType each : records.mapPartitions(SchemaOf::partition).collect()) {
            merged = merged.merge(each);
        }
        return (StructType) merged;
    }

    private static Iterator<GlueType> partition(Iterator<DynamicRecord> records) {
        GlueType type = StructType.EMPTY;
        while (records.hasNext()) {
            DynamicRecord record = records.next();
            type = record.isError() ? type : widen(type, record.fields());
        }
        return List.of(type).iterator();
    }

    /** Returns the type of fields of this type and a value. No type is made when the value is nothing new. */
    static GlueType widen(GlueType type, Object value) {
        return covers(type, value) ? type : type.merge(value(value));
    }

    private static boolean covers(GlueType type, Object value) {
        if (value == null) {
            return true;
        }
        if (type instanceof Atomic) {
            return isAtomic(value) && type == atomic(value);
        } else if (type instanceof StructType struct) {
            return value instanceof Struct fields && coversFields(struct, fields);
        } else if (type instanceof ArrayType array) {
            return value instanceof List<?> list && coversAll(array.element(), list);
        } else if (type instanceof MapType map) {
            return value instanceof Map<?, ?> values && coversAll(map.value(), values.values());
        } else if (type instanceof ChoiceType choice) {
            return choice.choices().values().stream().anyMatch(each -> covers(each, value));
        } else if (type instanceof DecimalType decimal) {
            return value instanceof BigDecimal && decimal.equals(value(value));
        }
        return false;
    }

    private static boolean coversFields(StructType struct, Struct fields) {
        for (Map.Entry<String, Object> field : fields.fields()) {
            GlueType type = struct.fields().get(field.getKey());
            if (type == null || !covers(type, field.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean coversAll(GlueType element, Iterable<?> values) {
        for (Object each : values) {
            if (!covers(element, each)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAtomic(Object value) {
        return !(value instanceof Struct
                || value instanceof List
                || value instanceof Map
                || value instanceof BigDecimal);
    }
}
