package io.laguna.emulator.glue.iceberg;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.IntFunction;
import software.amazon.awssdk.services.glue.model.IcebergPartitionSpec;
import software.amazon.awssdk.services.glue.model.IcebergSchema;
import software.amazon.awssdk.services.glue.model.IcebergSortOrder;
import software.amazon.awssdk.services.glue.model.IcebergTableUpdate;

/**
 * A change of an Iceberg table's metadata, an update after the other. An update without an action makes all that it has
 * the table's present state.
 */
final class MetadataChange {
    private final ObjectNode json;

    MetadataChange(ObjectNode json) {
        this.json = json;
    }

    void apply(IcebergTableUpdate update) {
        if (update.action() == null) {
            applyAll(update);
            return;
        }
        switch (update.action()) {
            case ADD_SCHEMA -> add(GivenParts.present("Schema", update.schema()));
            case SET_CURRENT_SCHEMA -> point(
                    "current-schema-id",
                    "schemas",
                    "schema-id",
                    GivenParts.present("Schema", update.schema()).schemaId());
            case ADD_SPEC -> add(GivenParts.present("PartitionSpec", update.partitionSpec()));
            case SET_DEFAULT_SPEC -> point(
                    "default-spec-id",
                    "partition-specs",
                    "spec-id",
                    GivenParts.present("PartitionSpec", update.partitionSpec()).specId());
            case ADD_SORT_ORDER -> add(GivenParts.present("SortOrder", update.sortOrder()));
            case SET_DEFAULT_SORT_ORDER -> point(
                    "default-sort-order-id",
                    "sort-orders",
                    "order-id",
                    GivenParts.present("SortOrder", update.sortOrder()).orderId());
            case SET_LOCATION -> json.put("location", GivenParts.present("Location", update.location()));
            case SET_PROPERTIES -> properties().setAll(NewIcebergTable.texts(update.properties()));
            case REMOVE_PROPERTIES -> properties().remove(update.properties().keySet());
            case ADD_ENCRYPTION_KEY, REMOVE_ENCRYPTION_KEY, UNKNOWN_TO_SDK_VERSION -> throw GivenParts.invalid(
                    "Action " + update.actionAsString() + " is not implemented by Laguna.");
        }
    }

    private void applyAll(IcebergTableUpdate update) {
        if (update.schema() != null) {
            json.put("current-schema-id", add(update.schema()));
        }
        if (update.partitionSpec() != null) {
            json.put("default-spec-id", add(update.partitionSpec()));
        }
        if (update.sortOrder() != null) {
            json.put("default-sort-order-id", add(update.sortOrder()));
        }
        if (update.location() != null) {
            json.put("location", update.location());
        }
        properties().setAll(NewIcebergTable.texts(update.properties()));
    }

    private int add(IcebergSchema given) {
        int id = added("schemas", "schema-id", next -> GivenParts.schema(given, next));
        int last = IcebergMetadata.stream(json.path("schemas")).stream()
                .mapToInt(IcebergColumns::lastId)
                .max()
                .orElse(0);
        json.put("last-column-id", Math.max(last, json.path("last-column-id").asInt()));
        return id;
    }

    private int add(IcebergPartitionSpec given) {
        int before = json.path("last-partition-id").asInt(GivenParts.FIRST_PARTITION_ID - 1);
        int id = added("partition-specs", "spec-id", next -> GivenParts.spec(given, next, before + 1));
        int last = NewIcebergTable.lastPartitionId(GivenParts.spec(given, id, before + 1));
        json.put("last-partition-id", Math.max(last, before));
        return id;
    }

    private int add(IcebergSortOrder given) {
        return added("sort-orders", "order-id", next -> GivenParts.order(given, next));
    }

    /** Adds a part under the next id, unless there is the same one under another, and returns its id. */
    private int added(String list, String id, IntFunction<ObjectNode> part) {
        ArrayNode parts = json.withArray(list);
        int next = 0;
        for (JsonNode one : parts) {
            int present = one.path(id).asInt();
            if (part.apply(present).equals(one)) {
                return present;
            }
            next = Math.max(next, present + 1);
        }
        ObjectNode fresh = part.apply(next);
        parts.add(fresh);
        return fresh.path(id).asInt();
    }

    private void point(String pointer, String list, String id, Integer wanted) {
        int target = GivenParts.present("The id", wanted);
        JsonNode parts = json.path(list);
        if (target == -1 && !parts.isEmpty()) {
            target = parts.get(parts.size() - 1).path(id).asInt();
        }
        int there = target;
        if (IcebergMetadata.stream(parts).stream().noneMatch(one -> one.path(id).asInt() == there)) {
            throw GivenParts.invalid("There is no " + id + " " + there + " in the table's metadata.");
        }
        json.put(pointer, there);
    }

    private ObjectNode properties() {
        return json.withObject("/properties");
    }
}
