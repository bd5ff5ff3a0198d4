package io.laguna.redshift.load.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.redshift.load.value.DocumentText;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;

/** The records of an Avro file as documents, with what logical types mean: dates, times and decimals are texts. */
public final class AvroDocuments implements Closeable {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static {
        AvroSnappy.register();
    }

    private final DataFileStream<IndexedRecord> file;

    private AvroDocuments(DataFileStream<IndexedRecord> file) {
        this.file = file;
    }

    /**
     * Reads the header.
     *
     * @throws IOException when the file is none of Avro, has no records, or has a codec that is not known
     */
    public static AvroDocuments open(InputStream stream) throws IOException {
        try {
            DataFileStream<IndexedRecord> file =
                    new DataFileStream<>(stream, new GenericDatumReader<>(null, null, new GenericData()));
            if (file.getSchema().getType() != Schema.Type.RECORD) {
                throw new IOException("The schema of an Avro file must be a record");
            }
            return new AvroDocuments(file);
        } catch (LinkageError | AvroRuntimeException e) {
            throw new IOException("The compression of the Avro file is not supported: " + e.getMessage(), e);
        }
    }

    /** Returns the next record, or nothing at the end. */
    public Optional<ObjectNode> next() throws IOException {
        try {
            return file.hasNext() ? Optional.of(record(file.next())) : Optional.empty();
        } catch (AvroRuntimeException e) {
            throw new IOException("Invalid Avro file: " + e.getMessage(), e);
        }
    }

    private static ObjectNode record(IndexedRecord record) {
        ObjectNode object = JSON.objectNode();
        for (Schema.Field field : record.getSchema().getFields()) {
            object.set(field.name(), node(field.schema(), record.get(field.pos())));
        }
        return object;
    }

    private static JsonNode node(Schema schema, Object value) {
        if (value == null) {
            return JSON.nullNode();
        }
        return switch (schema.getType()) {
            case UNION -> node(schema.getTypes().get(GenericData.get().resolveUnion(schema, value)), value);
            case RECORD -> record((IndexedRecord) value);
            case ARRAY -> {
                ArrayNode array = JSON.arrayNode();
                ((Iterable<?>) value).forEach(item -> array.add(node(schema.getElementType(), item)));
                yield array;
            }
            case MAP -> {
                ObjectNode object = JSON.objectNode();
                ((Map<?, ?>) value)
                        .forEach((key, item) -> object.set(key.toString(), node(schema.getValueType(), item)));
                yield object;
            }
            case INT, LONG -> whole(schema.getLogicalType(), ((Number) value).longValue());
            case FLOAT -> JSON.numberNode((Float) value);
            case DOUBLE -> JSON.numberNode((Double) value);
            case BOOLEAN -> JSON.booleanNode((Boolean) value);
            case BYTES -> bytes(schema.getLogicalType(), content((ByteBuffer) value));
            case FIXED -> bytes(schema.getLogicalType(), ((GenericFixed) value).bytes());
            case NULL -> JSON.nullNode();
            case STRING, ENUM -> JSON.textNode(value.toString());
        };
    }

    private static JsonNode whole(LogicalType meaning, long value) {
        if (meaning instanceof LogicalTypes.Date) {
            return JSON.textNode(LocalDate.ofEpochDay(value).toString());
        }
        String name = meaning == null ? "" : meaning.getName();
        if (List.of("timestamp-millis", "local-timestamp-millis").contains(name)) {
            return JSON.textNode(DocumentText.ofMoment(Instant.ofEpochMilli(value)));
        } else if (List.of("timestamp-micros", "local-timestamp-micros").contains(name)) {
            return JSON.textNode(DocumentText.ofMoment(Instant.EPOCH.plus(value, ChronoUnit.MICROS)));
        }
        return JSON.numberNode(value);
    }

    private static JsonNode bytes(LogicalType meaning, byte[] value) {
        return JSON.textNode(
                meaning instanceof LogicalTypes.Decimal decimal
                        ? new BigDecimal(new BigInteger(value), decimal.getScale()).toPlainString()
                        : DocumentText.ofBytes(value, 0, value.length));
    }

    private static byte[] content(ByteBuffer value) {
        byte[] bytes = new byte[value.remaining()];
        value.duplicate().get(bytes);
        return bytes;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
