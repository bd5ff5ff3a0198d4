package io.laguna.emulator.glue.iceberg;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.glue.model.IcebergPartitionField;
import software.amazon.awssdk.services.glue.model.IcebergPartitionSpec;
import software.amazon.awssdk.services.glue.model.IcebergSchema;
import software.amazon.awssdk.services.glue.model.IcebergSortOrder;
import software.amazon.awssdk.services.glue.model.InvalidInputException;

/** The schemas, partition specs and sort orders of a request in the words of Iceberg's metadata. */
final class GivenParts {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** The id of a table's first partition field: https://iceberg.apache.org/spec/#partition-specs */
    static final int FIRST_PARTITION_ID = 1000;

    /** Iceberg's transforms: https://iceberg.apache.org/spec/#partition-transforms */
    private static final Pattern TRANSFORM =
            Pattern.compile("identity|void|year|month|day|hour|bucket\\[[1-9][0-9]*\\]|truncate\\[[1-9][0-9]*\\]");

    private GivenParts() {}

    static ObjectNode schema(IcebergSchema given, int id) {
        ObjectNode schema = NODES.objectNode().put("type", "struct").put("schema-id", id);
        if (given.hasIdentifierFieldIds()) {
            ArrayNode identifiers = schema.putArray("identifier-field-ids");
            given.identifierFieldIds().forEach(identifiers::add);
        }
        ArrayNode fields = schema.putArray("fields");
        given.fields().forEach(each -> {
            ObjectNode field = fields.addObject()
                    .put("id", present("Id", each.id()))
                    .put("name", present("Name", each.name()))
                    .put("required", present("Required", each.required()));
            field.set("type", json(present("Type", each.type())));
            Optional.ofNullable(each.doc()).ifPresent(doc -> field.put("doc", doc));
            Optional.ofNullable(each.initialDefault()).ifPresent(value -> field.set("initial-default", json(value)));
            Optional.ofNullable(each.writeDefault()).ifPresent(value -> field.set("write-default", json(value)));
        });
        return schema;
    }

    /**
     * Returns a partition spec.
     *
     * @param nextFieldId the id of the first of its fields, unless they have ids
     */
    static ObjectNode spec(IcebergPartitionSpec given, int id, int nextFieldId) {
        ObjectNode spec = NODES.objectNode().put("spec-id", id);
        ArrayNode fields = spec.putArray("fields");
        for (IcebergPartitionField each : given.fields()) {
            int fieldId = Optional.ofNullable(each.fieldId()).orElse(nextFieldId + fields.size());
            fields.addObject()
                    .put("name", present("Name", each.name()))
                    .put("transform", transform(each.transform()))
                    .put("source-id", present("SourceId", each.sourceId()))
                    .put("field-id", fieldId);
        }
        return spec;
    }

    static ObjectNode order(IcebergSortOrder given, int id) {
        ObjectNode order = NODES.objectNode().put("order-id", given.fields().isEmpty() ? 0 : id);
        ArrayNode fields = order.putArray("fields");
        given.fields().forEach(each -> fields.addObject()
                .put("transform", transform(each.transform()))
                .put("source-id", present("SourceId", each.sourceId()))
                .put("direction", present("Direction", each.directionAsString()))
                .put("null-order", present("NullOrder", each.nullOrderAsString())));
        return order;
    }

    private static String transform(String given) {
        if (!TRANSFORM.matcher(present("Transform", given)).matches()) {
            throw invalid("Transform " + given + " is none of Iceberg's.");
        }
        return given;
    }

    static <T> T present(String member, T value) {
        return Optional.ofNullable(value).orElseThrow(() -> invalid(member + " is required for an Iceberg table."));
    }

    static InvalidInputException invalid(String message) {
        return InvalidInputException.builder().message(message).build();
    }

    private static JsonNode json(Document document) {
        if (document.isMap()) {
            ObjectNode object = NODES.objectNode();
            document.asMap().forEach((key, value) -> object.set(key, json(value)));
            return object;
        }
        if (document.isList()) {
            ArrayNode array = NODES.arrayNode();
            document.asList().forEach(value -> array.add(json(value)));
            return array;
        }
        if (document.isNumber()) {
            return NODES.numberNode(document.asNumber().bigDecimalValue());
        }
        if (document.isBoolean()) {
            return NODES.booleanNode(document.asBoolean());
        }
        return document.isString() ? NODES.textNode(document.asString()) : NODES.nullNode();
    }
}
