package io.laguna.redshift.load.orc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.redshift.load.value.DocumentText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.apache.orc.OrcProto;

/** Values of ORC as JSON, which SUPER holds. */
final class OrcTree {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private OrcTree() {}

    static JsonNode struct(OrcColumn column) throws IOException {
        ObjectNode object = JSON.objectNode();
        for (int i = 0; i < column.children().size(); i++) {
            object.set(column.type().getFieldNames(i), next(column.children().get(i)));
        }
        return object;
    }

    /** Returns so many items of a list, or pairs of a map. */
    static JsonNode items(OrcColumn column, int count) throws IOException {
        if (column.type().getKind() == OrcProto.Type.Kind.LIST) {
            ArrayNode array = JSON.arrayNode();
            for (int i = 0; i < count; i++) {
                array.add(next(column.children().get(0)));
            }
            return array;
        }
        ObjectNode object = JSON.objectNode();
        for (int i = 0; i < count; i++) {
            String name = next(column.children().get(0)).asText();
            object.set(name, next(column.children().get(1)));
        }
        return object;
    }

    private static JsonNode next(OrcColumn column) throws IOException {
        return column.next() ? node(column) : NullNode.getInstance();
    }

    /** Returns the value at which a column is. */
    static JsonNode node(OrcColumn column) {
        OrcValue value = column.value();
        return switch (column.type().getKind()) {
            case BOOLEAN -> JSON.booleanNode(value.whole() != 0);
            case BYTE, SHORT, INT, LONG -> JSON.numberNode(value.whole());
            case FLOAT -> JSON.numberNode((float) value.number());
            case DOUBLE -> JSON.numberNode(value.number());
            case DECIMAL -> JSON.numberNode(value.decimal());
            case DATE -> JSON.textNode(LocalDate.ofEpochDay(value.whole()).toString());
            case TIMESTAMP, TIMESTAMP_INSTANT -> JSON.textNode(
                    DocumentText.ofMoment(Instant.EPOCH.plus(value.whole(), ChronoUnit.MICROS)));
            case STRING, VARCHAR, CHAR, BINARY -> JSON.textNode(
                    new String(value.bytes(), value.from(), value.to() - value.from(), StandardCharsets.UTF_8));
            default -> value.node();
        };
    }
}
