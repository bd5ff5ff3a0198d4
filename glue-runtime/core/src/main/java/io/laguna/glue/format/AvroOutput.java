package io.laguna.glue.format;

import io.laguna.glue.record.Struct;
import io.laguna.glue.schema.GlueType;
import io.laguna.glue.schema.GlueType.Atomic;
import io.laguna.glue.schema.GlueType.StructType;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;

/** Avro's container files. Decimals, dates and timestamps are texts, and logical types with {@code version} 1.8. */
public record AvroOutput(StructType columns, boolean logicalTypes, String zone) implements RecordOutput {

    static AvroOutput of(Options options, StructType columns, ZoneId zone) {
        return new AvroOutput(columns, AvroFormat.isLater(options), zone.getId());
    }

    /** Returns the schema of files with these columns. */
    public static Schema schema(Options options, StructType columns) {
        return of(options, columns, ZoneOffset.UTC).schema();
    }

    private Schema schema() {
        return record("topLevelRecord", columns);
    }

    @Override
    public Open open(OutputStream bytes) throws IOException {
        Schema schema = schema();
        DataFileWriter<GenericRecord> file = new DataFileWriter<>(new GenericDatumWriter<>(schema));
        file.create(schema, bytes);
        return new Open() {
            @Override
            public void write(Struct record) throws IOException {
                file.append((GenericRecord) value(record, schema));
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }

    private Schema record(String name, StructType type) {
        List<Schema.Field> fields = new ArrayList<>();
        type.fields()
                .forEach((field, each) -> fields.add(new Schema.Field(
                        field,
                        Schema.createUnion(Schema.create(Schema.Type.NULL), schema(name + "_" + field, each)),
                        null,
                        Schema.Field.NULL_DEFAULT_VALUE)));
        return Schema.createRecord(name, null, null, false, fields);
    }

    private Schema schema(String name, GlueType type) {
        if (type instanceof StructType struct) {
            return record(name, struct);
        } else if (type instanceof GlueType.ArrayType array) {
            return Schema.createArray(nullable(schema(name, array.element())));
        } else if (type instanceof GlueType.MapType map) {
            return Schema.createMap(nullable(schema(name, map.value())));
        } else if (type instanceof GlueType.DecimalType decimal && logicalTypes) {
            return LogicalTypes.decimal(decimal.precision(), decimal.scale())
                    .addToSchema(Schema.create(Schema.Type.BYTES));
        } else if (type instanceof Atomic atomic) {
            return atomic(atomic);
        } else if (type instanceof GlueType.ChoiceType) {
            throw new IllegalArgumentException("Avro has no choice: resolve " + name + " before it is written");
        }
        return Schema.create(Schema.Type.STRING);
    }

    private static Schema nullable(Schema schema) {
        return Schema.createUnion(Schema.create(Schema.Type.NULL), schema);
    }

    private Schema atomic(Atomic type) {
        return switch (type) {
            case BINARY -> Schema.create(Schema.Type.BYTES);
            case BOOLEAN -> Schema.create(Schema.Type.BOOLEAN);
            case BYTE, SHORT, INTEGER -> Schema.create(Schema.Type.INT);
            case LONG -> Schema.create(Schema.Type.LONG);
            case FLOAT -> Schema.create(Schema.Type.FLOAT);
            case DOUBLE -> Schema.create(Schema.Type.DOUBLE);
            case DATE -> logicalTypes
                    ? LogicalTypes.date().addToSchema(Schema.create(Schema.Type.INT))
                    : Schema.create(Schema.Type.STRING);
            case TIMESTAMP -> logicalTypes
                    ? LogicalTypes.timestampMicros().addToSchema(Schema.create(Schema.Type.LONG))
                    : Schema.create(Schema.Type.STRING);
            case NULL, STRING, TIMESTAMP_NTZ, UNKNOWN -> Schema.create(Schema.Type.STRING);
        };
    }

    private Object value(Object value, Schema schema) {
        if (value == null) {
            return null;
        }
        Schema own = schema.isUnion() ? schema.getTypes().get(1) : schema;
        return switch (own.getType()) {
            case RECORD -> {
                GenericData.Record record = new GenericData.Record(own);
                own.getFields()
                        .forEach(field ->
                                record.put(field.pos(), value(((Struct) value).get(field.name()), field.schema())));
                yield record;
            }
            case ARRAY -> ((List<?>) value)
                    .stream()
                            .map(each -> value(each, own.getElementType()))
                            .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
            case MAP -> {
                Map<String, Object> map = new LinkedHashMap<>();
                ((Map<?, ?>) value)
                        .forEach((key, each) -> map.put(String.valueOf(key), value(each, own.getValueType())));
                yield map;
            }
            case BYTES -> bytes(value, own);
            case INT -> value instanceof Date date
                    ? Math.toIntExact(date.toLocalDate().toEpochDay())
                    : ((Number) value).intValue();
            case LONG -> value instanceof Timestamp timestamp ? micros(timestamp) : ((Number) value).longValue();
            case FLOAT, DOUBLE, BOOLEAN -> value;
            case STRING, ENUM, FIXED, UNION, NULL -> Texts.of(value, ZoneId.of(zone));
        };
    }

    private static Object micros(Timestamp timestamp) {
        return Math.addExact(
                Math.multiplyExact(Math.floorDiv(timestamp.getTime(), 1000L), 1_000_000L), timestamp.getNanos() / 1000);
    }

    private static ByteBuffer bytes(Object value, Schema schema) {
        return schema.getLogicalType() instanceof LogicalTypes.Decimal decimal
                ? ByteBuffer.wrap(((BigDecimal) value)
                        .setScale(decimal.getScale(), java.math.RoundingMode.HALF_UP)
                        .unscaledValue()
                        .toByteArray())
                : ByteBuffer.wrap((byte[]) value);
    }
}
