package io.laguna.emulator.glue.iceberg;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.CreateIcebergTableInput;
import software.amazon.awssdk.services.glue.model.IcebergInput;
import software.amazon.awssdk.services.glue.model.IcebergPartitionSpec;
import software.amazon.awssdk.services.glue.model.IcebergSortOrder;
import software.amazon.awssdk.services.glue.model.MetadataOperation;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.TableInput;

/**
 * An Iceberg table that CreateTable makes whole: its first metadata, without a snapshot, and its definition in the
 * catalog.
 *
 * @param metadataLocation where the metadata is
 * @param definition what the catalog keeps
 * @see <a href="https://docs.aws.amazon.com/glue/latest/webapi/API_IcebergInput.html">IcebergInput</a>
 */
public record NewIcebergTable(String metadataLocation, TableInput definition) {
    /**
     * Writes the metadata of a table.
     *
     * @param input the table's name, and, unless the Iceberg input has them, its columns and location
     */
    public static NewIcebergTable write(IcebergFiles files, TableInput input, IcebergInput iceberg) {
        if (iceberg.metadataOperation() != MetadataOperation.CREATE) {
            throw GivenParts.invalid("MetadataOperation can only be set to CREATE.");
        }
        if (!input.partitionKeys().isEmpty()) {
            // The words of AWS: https://github.com/hashicorp/terraform-provider-aws/issues/36531
            throw GivenParts.invalid("Cannot create partitions in an iceberg table");
        }
        IcebergMetadata metadata = new IcebergMetadata(Optional.ofNullable(iceberg.createIcebergTableInput())
                .map(given -> metadata(given, version(iceberg)))
                .orElseGet(() -> metadata(input, version(iceberg))));
        IcebergColumns.check(metadata);
        String place = files.write(metadata, 0);
        TableInput definition = definition(input, metadata, place);
        return new NewIcebergTable(
                place, iceberg.createIcebergTableInput() == null ? asGiven(definition, input) : definition);
    }

    /**
     * Returns a definition whose columns have the parameters that they were given, and none of Iceberg's, and whose
     * location ends as the given one does.
     */
    private static TableInput asGiven(TableInput definition, TableInput input) {
        List<Column> given = input.storageDescriptor().columns();
        List<Column> made = definition.storageDescriptor().columns();
        List<Column> columns = IntStream.range(0, made.size())
                .mapToObj(i -> made.get(i).toBuilder()
                        .parameters(given.get(i).hasParameters() ? given.get(i).parameters() : null)
                        .build())
                .toList();
        return definition.copy(change ->
                change.storageDescriptor(definition.storageDescriptor().copy(storage -> storage.columns(columns)
                        .location(input.storageDescriptor().location()))));
    }

    /** Returns a definition that points at metadata, with its columns. */
    static TableInput definition(TableInput input, IcebergMetadata metadata, String place) {
        Map<String, String> parameters = new HashMap<>(input.parameters());
        parameters.put("table_type", "ICEBERG");
        Optional.ofNullable(parameters.put("metadata_location", place))
                .ifPresent(before -> parameters.put("previous_metadata_location", before));
        StorageDescriptor storage = Optional.ofNullable(input.storageDescriptor())
                .orElseGet(() -> StorageDescriptor.builder().build());
        return input.copy(change -> change.parameters(parameters)
                .tableType(Optional.ofNullable(input.tableType()).orElse("EXTERNAL_TABLE"))
                .storageDescriptor(storage.copy(
                        sd -> sd.columns(IcebergColumns.of(metadata)).location(metadata.location()))));
    }

    private static ObjectNode metadata(TableInput input, int version) {
        StorageDescriptor storage = GivenParts.present("StorageDescriptor", input.storageDescriptor());
        return metadata(
                version,
                storage.location(),
                NewSchema.of(storage.columns()),
                GivenParts.spec(IcebergPartitionSpec.builder().build(), 0, GivenParts.FIRST_PARTITION_ID),
                GivenParts.order(IcebergSortOrder.builder().build(), 0),
                Map.of());
    }

    private static ObjectNode metadata(CreateIcebergTableInput given, int version) {
        return metadata(
                version,
                given.location(),
                GivenParts.schema(GivenParts.present("Schema", given.schema()), 0),
                GivenParts.spec(
                        Optional.ofNullable(given.partitionSpec())
                                .orElseGet(() -> IcebergPartitionSpec.builder().build()),
                        0,
                        GivenParts.FIRST_PARTITION_ID),
                GivenParts.order(
                        Optional.ofNullable(given.writeOrder())
                                .orElseGet(() -> IcebergSortOrder.builder().build()),
                        1),
                given.properties());
    }

    private static ObjectNode metadata(
            int version,
            String location,
            ObjectNode schema,
            ObjectNode spec,
            ObjectNode order,
            Map<String, String> properties) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("format-version", version)
                .put("table-uuid", UUID.randomUUID().toString())
                .put("location", GivenParts.present("Location", location).replaceAll("/+$", ""))
                .put("last-sequence-number", 0)
                .put("last-updated-ms", Instant.now().toEpochMilli())
                .put("last-column-id", IcebergColumns.lastId(schema))
                .put("current-schema-id", schema.path("schema-id").asInt())
                .put("default-spec-id", spec.path("spec-id").asInt())
                .put("last-partition-id", lastPartitionId(spec))
                .put("default-sort-order-id", order.path("order-id").asInt())
                .put("current-snapshot-id", -1);
        if (version == 1) {
            json.remove("last-sequence-number");
            json.set("schema", schema);
            json.set("partition-spec", spec.get("fields"));
        }
        json.putArray("schemas").add(schema);
        json.putArray("partition-specs").add(spec);
        json.putArray("sort-orders").add(order);
        json.putObject("properties").setAll(texts(properties));
        for (String list : new String[] {"snapshots", "statistics", "snapshot-log", "metadata-log"}) {
            json.putArray(list);
        }
        json.putObject("refs");
        return json;
    }

    static ObjectNode texts(Map<String, String> properties) {
        ObjectNode texts = JsonNodeFactory.instance.objectNode();
        properties.forEach(texts::put);
        return texts;
    }

    static int lastPartitionId(ObjectNode spec) {
        return IcebergMetadata.stream(spec.path("fields")).stream()
                .mapToInt(field -> field.path("field-id").asInt())
                .max()
                .orElse(GivenParts.FIRST_PARTITION_ID - 1);
    }

    private static int version(IcebergInput iceberg) {
        String version = Optional.ofNullable(iceberg.version()).orElse("2");
        if (!version.equals("1") && !version.equals("2")) {
            throw GivenParts.invalid(
                    "Version " + version + " of Iceberg's format is not one that Laguna writes: 1, 2.");
        }
        return Integer.parseInt(version);
    }
}
