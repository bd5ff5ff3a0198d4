package io.laguna.emulator.athena.ddl.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The metadata of an Iceberg table, from the file to which the table's parameter {@code metadata_location} points.
 *
 * @see <a href="https://iceberg.apache.org/spec/#table-metadata-fields">Table metadata fields</a>
 */
public record IcebergMetadata(JsonNode json) {
    private static final JsonMapper JSON = new JsonMapper();

    /** A field of the partitioning. */
    public record PartitionField(String name, String transform, String column) {}

    public static IcebergMetadata of(DataCatalog catalog, CatalogTable table) {
        Location file = Optional.ofNullable(table.glue().parameters().get("metadata_location"))
                .map(Location::parse)
                .orElseThrow(() -> Failures.argument("Table " + table.name() + " has no Iceberg metadata"));
        String text = catalog.s3()
                .getObjectAsBytes(request -> request.bucket(file.bucket()).key(file.path()))
                .asUtf8String();
        try {
            return new IcebergMetadata(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw Failures.metastore("Iceberg metadata of " + table.name() + " cannot be read: " + e.getMessage());
        }
    }

    public String location() {
        return json.path("location").asText();
    }

    /** Returns the properties in the order of the file. */
    public Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        json.path("properties")
                .fields()
                .forEachRemaining(property ->
                        properties.put(property.getKey(), property.getValue().asText()));
        return properties;
    }

    /** Returns the properties that only Athena uses. */
    public Map<String, String> kept() {
        Map<String, String> kept = new LinkedHashMap<>(properties());
        kept.keySet().retainAll(IcebergProperties.KEPT);
        return kept;
    }

    /** Returns the properties under Athena's names, as far as Athena has one for them. */
    public Map<String, String> athenaProperties() {
        Map<String, String> all = properties();
        String format = all.getOrDefault("write.format.default", "PARQUET").toLowerCase(Locale.ROOT);
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("table_type", "iceberg");
        properties.put("format", format);
        Optional.ofNullable(all.get("write." + format + ".compression-codec"))
                .ifPresent(codec -> properties.put("write_compression", codec.toLowerCase(Locale.ROOT)));
        Optional.ofNullable(all.get("write.target-file-size-bytes"))
                .ifPresent(size -> properties.put("write_target_data_file_size_bytes", size));
        properties.putAll(kept());
        return properties;
    }

    public List<PartitionField> partitioning() {
        Map<Integer, String> columns = columns();
        List<PartitionField> fields = new ArrayList<>();
        current("partition-specs", "spec-id", "default-spec-id")
                .path("fields")
                .forEach(field -> fields.add(new PartitionField(
                        field.path("name").asText(),
                        field.path("transform").asText(),
                        columns.getOrDefault(field.path("source-id").asInt(), ""))));
        return fields;
    }

    /** Returns a total that the current snapshot's summary gives: {@code total-data-files}. Without a snapshot it is 0. */
    public long total(String name) {
        return current("snapshots", "snapshot-id", "current-snapshot-id")
                .path("summary")
                .path(name)
                .asLong();
    }

    private Map<Integer, String> columns() {
        Map<Integer, String> columns = new HashMap<>();
        current("schemas", "schema-id", "current-schema-id")
                .path("fields")
                .forEach(field ->
                        columns.put(field.path("id").asInt(), field.path("name").asText()));
        return columns;
    }

    private JsonNode current(String list, String id, String pointer) {
        long wanted = json.path(pointer).asLong();
        for (JsonNode one : json.path(list)) {
            if (one.path(id).asLong() == wanted) {
                return one;
            }
        }
        return JSON.missingNode();
    }
}
