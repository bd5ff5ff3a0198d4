package io.laguna.glue.format;

import io.laguna.glue.record.Struct;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.GenericRecord;

/** Values out of Avro's. Logical types are decimals, dates and milliseconds; all others stay as they are stored. */
final class AvroValues {
    private AvroValues() {}

    static Object read(Object value, Schema schema, boolean logicalTypes) {
        if (value == null) {
            return null;
        }
        return switch (schema.getType()) {
            case RECORD -> struct((GenericRecord) value, schema, logicalTypes);
            case UNION -> {
                int branch = GenericData.get().resolveUnion(schema, value);
                yield read(value, schema.getTypes().get(branch), logicalTypes);
            }
            case ARRAY -> {
                List<Object> list = new ArrayList<>();
                ((Collection<?>) value).forEach(each -> list.add(read(each, schema.getElementType(), logicalTypes)));
                yield list;
            }
            case MAP -> {
                Map<String, Object> map = new LinkedHashMap<>();
                ((Map<?, ?>) value)
                        .forEach((key, each) ->
                                map.put(key.toString(), read(each, schema.getValueType(), logicalTypes)));
                yield map;
            }
            case STRING, ENUM -> value.toString();
            case FIXED -> bytes(((GenericFixed) value).bytes(), logicalTypes, schema);
            case BYTES -> {
                ByteBuffer buffer = ((ByteBuffer) value).duplicate();
                byte[] bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                yield bytes(bytes, logicalTypes, schema);
            }
            case INT -> logicalTypes && schema.getLogicalType() instanceof LogicalTypes.Date
                    ? Date.valueOf(LocalDate.ofEpochDay((Integer) value))
                    : value;
            case LONG -> logicalTypes && schema.getLogicalType() instanceof LogicalTypes.TimestampMillis
                    ? new Timestamp((Long) value)
                    : value;
            case FLOAT, DOUBLE, BOOLEAN, NULL -> value;
        };
    }

    private static Struct struct(GenericRecord value, Schema schema, boolean logicalTypes) {
        Struct struct = new Struct(schema.getFields().size());
        for (Schema.Field field : schema.getFields()) {
            struct.put(field.name(), read(value.get(field.pos()), field.schema(), logicalTypes));
        }
        return struct;
    }

    private static Object bytes(byte[] bytes, boolean logicalTypes, Schema schema) {
        LogicalType type = schema.getLogicalType();
        return logicalTypes && type instanceof LogicalTypes.Decimal decimal
                ? new BigDecimal(new BigInteger(bytes), decimal.getScale())
                : bytes;
    }
}
