package io.laguna.redshift.load.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.redshift.load.value.DocumentText;
import io.laguna.redshift.load.value.Row;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/** Values of Parquet as JSON, which SUPER holds. */
final class Nested {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final long EPOCH_SECONDS = 946_684_800L;

    private Nested() {}

    static void write(JsonNode value, Row row) {
        byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
        row.int32(text.length + 1);
        row.int8(1);
        row.raw(text, 0, text.length);
    }

    static JsonNode scalar(ColumnReader reader, PrimitiveType type) {
        return switch (type.getPrimitiveTypeName()) {
            case BOOLEAN -> JSON.booleanNode(reader.getBoolean());
            case INT32 -> whole(reader.getInteger(), type.getLogicalTypeAnnotation());
            case INT64 -> whole(reader.getLong(), type.getLogicalTypeAnnotation());
            case FLOAT -> JSON.numberNode(reader.getFloat());
            case DOUBLE -> JSON.numberNode(reader.getDouble());
            default -> binary(reader.getBinary(), type);
        };
    }

    private static JsonNode whole(long value, LogicalTypeAnnotation annotation) {
        if (annotation instanceof DecimalLogicalTypeAnnotation decimal) {
            return JSON.numberNode(BigDecimal.valueOf(value, decimal.getScale()));
        } else if (annotation instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation) {
            return JSON.textNode(LocalDate.ofEpochDay(value).toString());
        } else if (annotation instanceof TimestampLogicalTypeAnnotation timestamp) {
            return moment(Leaves.micros(value, timestamp.getUnit()));
        }
        return JSON.numberNode(value);
    }

    private static JsonNode moment(long micros) {
        Instant instant =
                Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
        return JSON.textNode(DocumentText.ofMoment(instant));
    }

    private static JsonNode binary(Binary value, PrimitiveType type) {
        if (type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal) {
            return JSON.numberNode(new BigDecimal(new BigInteger(value.getBytes()), decimal.getScale()));
        }
        return type.getPrimitiveTypeName() == PrimitiveType.PrimitiveTypeName.INT96
                ? moment(Leaves.int96(value) + EPOCH_SECONDS * 1_000_000)
                : JSON.textNode(value.toStringUsingUTF8());
    }

    /** Returns what builds a value of a type and gives it away. */
    static Converter converter(Type type, Consumer<JsonNode> result) {
        return type.isPrimitive()
                ? new Scalar(type.asPrimitiveType(), result)
                : new Structure(type.asGroupType(), result);
    }

    /** A value without parts. */
    private static final class Scalar extends PrimitiveConverter {
        private final PrimitiveType type;
        private final Consumer<JsonNode> result;

        Scalar(PrimitiveType type, Consumer<JsonNode> result) {
            this.type = type;
            this.result = result;
        }

        @Override
        public void addBoolean(boolean value) {
            result.accept(JSON.booleanNode(value));
        }

        @Override
        public void addInt(int value) {
            result.accept(whole(value, type.getLogicalTypeAnnotation()));
        }

        @Override
        public void addLong(long value) {
            result.accept(whole(value, type.getLogicalTypeAnnotation()));
        }

        @Override
        public void addFloat(float value) {
            result.accept(JSON.numberNode(value));
        }

        @Override
        public void addDouble(double value) {
            result.accept(JSON.numberNode(value));
        }

        @Override
        public void addBinary(Binary value) {
            result.accept(binary(value, type));
        }
    }

    /** A group: an array for a list, an object for a map and for anything else. */
    private static final class Structure extends GroupConverter {
        private final GroupType type;
        private final Consumer<JsonNode> result;
        private final Converter[] parts;
        private ObjectNode object = JSON.objectNode();

        Structure(GroupType type, Consumer<JsonNode> result) {
            this.type = type;
            this.result = result;
            this.parts = new Converter[type.getFieldCount()];
            for (int i = 0; i < parts.length; i++) {
                Type field = type.getType(i);
                parts[i] = converter(field, value -> add(field, value));
            }
        }

        private void add(Type field, JsonNode value) {
            if (field.isRepetition(Type.Repetition.REPEATED)) {
                object.withArrayProperty(field.getName()).add(value);
            } else {
                object.set(field.getName(), value);
            }
        }

        @Override
        public Converter getConverter(int field) {
            return parts[field];
        }

        @Override
        public void start() {
            object = JSON.objectNode();
            for (Type field : type.getFields()) {
                if (!field.isRepetition(Type.Repetition.REPEATED)) {
                    object.set(field.getName(), NullNode.getInstance());
                }
            }
        }

        @Override
        public void end() {
            LogicalTypeAnnotation annotation = type.getLogicalTypeAnnotation();
            if (annotation instanceof LogicalTypeAnnotation.ListLogicalTypeAnnotation) {
                result.accept(list());
            } else if (annotation instanceof LogicalTypeAnnotation.MapLogicalTypeAnnotation) {
                result.accept(map());
            } else {
                result.accept(object);
            }
        }

        private JsonNode list() {
            Type repeated = type.getType(0);
            boolean wrapped = !repeated.isPrimitive()
                    && repeated.asGroupType().getFieldCount() == 1
                    && !repeated.getName().equals("array");
            ArrayNode array = JSON.arrayNode();
            for (JsonNode item : object.path(repeated.getName())) {
                array.add(wrapped ? item.get(repeated.asGroupType().getFieldName(0)) : item);
            }
            return array;
        }

        private JsonNode map() {
            ObjectNode map = JSON.objectNode();
            GroupType pair = type.getType(0).asGroupType();
            for (JsonNode item : object.path(pair.getName())) {
                map.set(
                        item.get(pair.getFieldName(0)).asText(),
                        pair.getFieldCount() > 1 ? item.get(pair.getFieldName(1)) : NullNode.getInstance());
            }
            return map;
        }
    }
}
