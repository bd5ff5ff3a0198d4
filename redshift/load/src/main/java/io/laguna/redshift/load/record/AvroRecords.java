package io.laguna.redshift.load.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.redshift.load.value.Target;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;

/** Records of an Avro file, as documents. */
final class AvroRecords extends Documents {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static {
        AvroSnappy.register();
    }

    private final DataFileStream<Object> file;
    private long number;
    private JsonNode current = JSON.nullNode();

    AvroRecords(InputStream stream, List<Target> columns, Assignment assignment) throws IOException {
        super(columns, assignment);
        GenericData plain = new GenericData();
        try {
            this.file = new DataFileStream<>(stream, new GenericDatumReader<>(null, null, plain));
        } catch (LinkageError | AvroRuntimeException e) {
            // Avro's codecs beyond those of Redshift are in libraries of their own.
            throw new IOException("The compression of the Avro file is not supported: " + e.getMessage(), e);
        }
        if (file.getSchema().getType() != Schema.Type.RECORD) {
            throw new IOException("The schema of an Avro file must be a record");
        }
    }

    @Override
    Optional<JsonNode> document() throws IOException {
        try {
            if (!file.hasNext()) {
                return Optional.empty();
            }
            number++;
            current = node(file.next());
            return Optional.of(current);
        } catch (AvroRuntimeException e) {
            throw new IOException("Invalid Avro file: " + e.getMessage(), e);
        }
    }

    private static JsonNode node(Object value) {
        if (value == null) {
            return JSON.nullNode();
        } else if (value instanceof IndexedRecord item) {
            ObjectNode object = JSON.objectNode();
            item.getSchema().getFields().forEach(field -> object.set(field.name(), node(item.get(field.pos()))));
            return object;
        } else if (value instanceof Map<?, ?> map) {
            ObjectNode object = JSON.objectNode();
            map.forEach((key, item) -> object.set(key.toString(), node(item)));
            return object;
        } else if (value instanceof Iterable<?> items) {
            ArrayNode array = JSON.arrayNode();
            items.forEach(item -> array.add(node(item)));
            return array;
        } else if (value instanceof Boolean truth) {
            return JSON.booleanNode(truth);
        } else if (value instanceof Integer whole) {
            return JSON.numberNode(whole);
        } else if (value instanceof Long whole) {
            return JSON.numberNode(whole);
        } else if (value instanceof Float number) {
            return JSON.numberNode(number);
        } else if (value instanceof Double number) {
            return JSON.numberNode(number);
        } else if (value instanceof ByteBuffer bytes) {
            return JSON.textNode(
                    StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString());
        } else if (value instanceof GenericFixed fixed) {
            return JSON.textNode(new String(fixed.bytes(), StandardCharsets.ISO_8859_1));
        }
        return JSON.textNode(value.toString());
    }

    @Override
    public long line() {
        return number;
    }

    @Override
    public String raw() {
        return current.toString();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
