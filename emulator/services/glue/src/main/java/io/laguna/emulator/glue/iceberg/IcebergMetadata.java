package io.laguna.emulator.glue.iceberg;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The metadata of an Iceberg table.
 *
 * @see <a href="https://iceberg.apache.org/spec/#table-metadata-fields">Table metadata fields</a>
 */
record IcebergMetadata(ObjectNode json) {
    String location() {
        return json.path("location").asText();
    }

    /** Returns the schemas of today and of earlier, without any twice. */
    List<JsonNode> schemas() {
        JsonNode schemas = json.path("schemas");
        return schemas.isMissingNode() ? List.of(json.path("schema")) : stream(schemas);
    }

    JsonNode currentSchema() {
        int current = json.path("current-schema-id").asInt();
        return schemas().stream()
                .filter(schema -> schema.path("schema-id").asInt() == current)
                .findFirst()
                .orElse(json.path("schema"));
    }

    static List<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }
}
