package io.laguna.glue.schema;

import io.laguna.glue.record.Struct;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.collection.JavaConverters;

/** Rows of Spark's made from records, and records made from rows. */
public final class Rows {
    private Rows() {}

    /** Returns a row as a record. */
    public static Struct struct(Row row) {
        StructField[] fields = row.schema().fields();
        Struct struct = new Struct(fields.length);
        for (int i = 0; i < fields.length; i++) {
            struct.put(fields[i].name(), value(row.get(i)));
        }
        return struct;
    }

    private static Object value(Object value) {
        if (value instanceof Row row) {
            return struct(row);
        } else if (value instanceof scala.collection.Seq<?> seq) {
            List<Object> list = new ArrayList<>(seq.size());
            for (Object element : JavaConverters.seqAsJavaList(seq)) {
                list.add(value(element));
            }
            return list;
        } else if (value instanceof scala.collection.Map<?, ?> map) {
            Map<String, Object> values = new LinkedHashMap<>();
            JavaConverters.mapAsJavaMap(map).forEach((key, each) -> values.put(String.valueOf(key), value(each)));
            return values;
        } else if (value instanceof LocalDate date) {
            return Date.valueOf(date);
        } else if (value instanceof Instant instant) {
            return Timestamp.from(instant);
        }
        return value;
    }

    /**
     * Returns a record as a row of a schema that {@link SparkTypes} made of the records' schema. A field that is not there
     * is null, and in the struct of a choice the one field is set that the value's type names.
     */
    public static Row row(Struct struct, StructType schema, GlueType.StructType type) {
        StructField[] fields = schema.fields();
        Object[] values = new Object[fields.length];
        for (int i = 0; i < fields.length; i++) {
            String name = fields[i].name();
            values[i] =
                    value(struct.get(name), fields[i].dataType(), type.fields().get(name));
        }
        return RowFactory.create(values);
    }

    private static Object value(Object value, DataType spark, GlueType type) {
        if (value == null) {
            return null;
        } else if (type instanceof GlueType.ChoiceType choice) {
            return choice(value, (StructType) spark, choice);
        } else if (type instanceof GlueType.StructType struct) {
            return row((Struct) value, (StructType) spark, struct);
        } else if (value instanceof List<?> list) {
            DataType element = ((ArrayType) spark).elementType();
            GlueType elementType =
                    type instanceof GlueType.SetType set ? set.element() : ((GlueType.ArrayType) type).element();
            List<Object> values = new ArrayList<>(list.size());
            for (Object each : list) {
                values.add(value(each, element, elementType));
            }
            return JavaConverters.asScalaBuffer(values);
        } else if (value instanceof Map<?, ?> map) {
            Map<Object, Object> values = new LinkedHashMap<>();
            map.forEach((key, each) ->
                    values.put(key, value(each, ((MapType) spark).valueType(), ((GlueType.MapType) type).value())));
            return JavaConverters.mapAsScalaMap(values);
        }
        return value;
    }

    private static Row choice(Object value, StructType spark, GlueType.ChoiceType choice) {
        String name = SchemaOf.typeName(value);
        StructField[] fields = spark.fields();
        Object[] values = new Object[fields.length];
        for (int i = 0; i < fields.length; i++) {
            if (fields[i].name().equals(name)) {
                values[i] = value(value, fields[i].dataType(), choice.choices().get(name));
            }
        }
        return RowFactory.create(values);
    }
}
