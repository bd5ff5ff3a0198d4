package io.laguna.emulator.glue;

import static io.laguna.emulator.glue.TestTables.column;
import static io.laguna.emulator.glue.TestTables.parquet;
import static io.laguna.emulator.glue.TestTables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.ConcurrentModificationException;
import software.amazon.awssdk.services.glue.model.CreateIcebergTableInput;
import software.amazon.awssdk.services.glue.model.IcebergInput;
import software.amazon.awssdk.services.glue.model.IcebergPartitionField;
import software.amazon.awssdk.services.glue.model.IcebergSortField;
import software.amazon.awssdk.services.glue.model.IcebergStructField;
import software.amazon.awssdk.services.glue.model.IcebergTableUpdate;
import software.amazon.awssdk.services.glue.model.IcebergUpdateAction;
import software.amazon.awssdk.services.glue.model.InvalidInputException;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;

@ExtendWith(CatalogLake.class)
class IcebergTablesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CatalogLake.Running lake;
    private final GlueClient glue;
    private String database;

    IcebergTablesTest(CatalogLake.Running lake) {
        this.lake = lake;
        this.glue = lake.glue();
    }

    @BeforeEach
    void database() {
        database = TestTables.database(glue);
    }

    @Test
    void anIcebergInputMakesTheMetadataOfTheTablesColumns() {
        String location = lake.location(database + "/t");
        create(
                TableInput.builder()
                        .name("t")
                        .parameters(Map.of("team", "a"))
                        .storageDescriptor(storage -> storage.location(location + "/")
                                .columns(
                                        column("Id", "int")
                                                .copy(id -> id.parameters(Map.of("iceberg.field.optional", "false"))),
                                        column("name", "string").copy(name -> name.comment("who")),
                                        column("s", "struct<A:bigint,l:array<map<string,decimal(10,2)>>>"),
                                        column("small", "smallint"),
                                        column("code", "varchar(10)"),
                                        column("at", "timestamp")))
                        .build(),
                iceberg -> iceberg.version("2"));

        Table made = get("t");
        assertThat(made.parameters()).containsEntry("table_type", "ICEBERG").containsEntry("team", "a");
        assertThat(made.tableType()).isEqualTo("EXTERNAL_TABLE");
        assertThat(made.storageDescriptor().location()).isEqualTo(location + "/");
        assertThat(made.parameters().get("metadata_location")).startsWith(location + "/metadata/00000-");
        assertThat(made.storageDescriptor().columns())
                .containsExactly(
                        column("id", "int").copy(id -> id.parameters(Map.of("iceberg.field.optional", "false"))),
                        column("name", "string").copy(name -> name.comment("who")),
                        column("s", "struct<A:bigint,l:array<map<string,decimal(10,2)>>>"),
                        column("small", "int"),
                        column("code", "string"),
                        column("at", "timestamp"));
        JsonNode metadata = metadata(made);
        assertThat(metadata.path("format-version").asInt()).isEqualTo(2);
        assertThat(metadata.path("last-column-id").asInt()).isEqualTo(11);
        assertThat(metadata.path("location").asText()).isEqualTo(location);
        assertThat(metadata.at("/schemas/0/fields/2/type/fields/0/id").asInt()).isEqualTo(7);
        assertThat(metadata.at("/schemas/0/fields/2/type/fields/1/type/element/value")
                        .asText())
                .isEqualTo("decimal(10, 2)");
    }

    @Test
    void aWholeIcebergTableHasPartitionsOrderAndProperties() {
        String location = lake.location(database + "/whole");
        createWhole("Whole", location);

        Table made = get("whole");
        assertThat(made.storageDescriptor().location()).isEqualTo(location);
        assertThat(made.storageDescriptor().columns())
                .containsExactly(
                        iceberg("id", "bigint", 1, false, true),
                        iceberg("at", "timestamp", 2, true, true).copy(at -> at.comment("when")),
                        iceberg("tags", "array<string>", 3, true, true));
        JsonNode metadata = metadata(made);
        assertThat(metadata.at("/partition-specs/0/fields/0").toString())
                .isEqualTo("{\"name\":\"at_day\",\"transform\":\"day\",\"source-id\":2,\"field-id\":1000}");
        assertThat(metadata.path("last-partition-id").asInt()).isEqualTo(1000);
        assertThat(metadata.at("/sort-orders/0").toString())
                .isEqualTo("{\"order-id\":1,\"fields\":[{\"transform\":\"bucket[4]\",\"source-id\":1,"
                        + "\"direction\":\"asc\",\"null-order\":\"nulls-first\"}]}");
        assertThat(metadata.path("default-sort-order-id").asInt()).isEqualTo(1);
        assertThat(metadata.at("/properties/write.format.default").asText()).isEqualTo("orc");
        assertThat(metadata.path("last-column-id").asInt()).isEqualTo(4);
    }

    @Test
    void updatesWriteNewMetadataAndKeepTheColumnsThatAreGone() {
        createWhole("changes", lake.location(database + "/changes"));
        String first = get("changes").parameters().get("metadata_location");

        change(
                "changes",
                IcebergTableUpdate.builder()
                        .action(IcebergUpdateAction.ADD_SCHEMA)
                        .schema(schema ->
                                schema.fields(field(1, "id", "long", true), field(5, "added", "string", false)))
                        .build(),
                IcebergTableUpdate.builder()
                        .action(IcebergUpdateAction.SET_CURRENT_SCHEMA)
                        .schema(schema -> schema.schemaId(-1))
                        .build(),
                IcebergTableUpdate.builder()
                        .action(IcebergUpdateAction.SET_PROPERTIES)
                        .properties(Map.of("a", "b"))
                        .build(),
                IcebergTableUpdate.builder()
                        .action(IcebergUpdateAction.REMOVE_PROPERTIES)
                        .properties(Map.of("write.format.default", ""))
                        .build());

        Table changed = get("changes");
        assertThat(changed.storageDescriptor().columns())
                .containsExactly(
                        iceberg("id", "bigint", 1, false, true),
                        iceberg("added", "string", 5, true, true),
                        iceberg("at", "timestamp", 2, true, false).copy(at -> at.comment("when")),
                        iceberg("tags", "array<string>", 3, true, false));
        assertThat(changed.parameters()).containsEntry("previous_metadata_location", first);
        assertThat(changed.parameters().get("metadata_location")).contains("/metadata/00001-");
        assertThat(metadata(changed).path("properties").toString()).isEqualTo("{\"a\":\"b\"}");
        assertThat(metadata(changed).at("/metadata-log/0/metadata-file").asText())
                .isEqualTo(first);
        assertThatThrownBy(() -> glue.updateTable(request -> request.databaseName(database)
                        .name("changes")
                        .versionId("0")
                        .updateOpenTableFormatInput(format -> format.updateIcebergInput(
                                iceberg -> iceberg.updateIcebergTableInput(input -> input.updates(List.of()))))))
                .isInstanceOf(ConcurrentModificationException.class);
    }

    @Test
    void aCommitByHivesClientsShowsItsColumnsAsGlueCatalogWritesThem() {
        createWhole("commits", lake.location(database + "/commits"));
        createWhole("other", lake.location(database + "/other"));
        change(
                "other",
                IcebergTableUpdate.builder()
                        .schema(schema ->
                                schema.fields(field(1, "id", "long", true), field(5, "added", "string", false)))
                        .build());
        String metadata = get("other").parameters().get("metadata_location");

        lake.hive(hive -> {
            var table = hive.getTable(database, "commits");
            table.getParameters().put("metadata_location", metadata);
            table.getSd().setCols(List.of(new io.trino.hive.thrift.metastore.FieldSchema("added", "string", null)));
            hive.alterTable(database, "commits", table);
            return table;
        });

        assertThat(get("commits").storageDescriptor().columns())
                .isEqualTo(get("other").storageDescriptor().columns())
                .hasSize(4);
        assertThat(get("commits").versionId()).isEqualTo("1");
    }

    @Test
    void whatIsThereIsNotMadeAgainAndLeavesNoFile() throws IOException {
        createWhole("once", lake.location(database + "/once"));

        assertThatThrownBy(() -> createWhole("once", lake.location(database + "/once")))
                .isInstanceOf(AlreadyExistsException.class);
        try (var files = Files.list(lake.bucket().resolve(database).resolve("once/metadata"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".json"))).hasSize(1);
        }
        assertThatThrownBy(() -> create(
                        table("keys", lake.location("keys"))
                                .partitionKeys(column("day", "date"))
                                .build(),
                        iceberg -> iceberg.version("2")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("Cannot create partitions in an iceberg table");
        assertThatThrownBy(() -> create(
                        table("nowhere", "s3://no-such-bucket-anywhere/t").build(), iceberg -> iceberg.version("2")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no-such-bucket-anywhere");
        assertThatThrownBy(() -> create(table("new", lake.location("new")).build(), iceberg -> iceberg.version("4")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Version 4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "geometry | Type geometry is none of Iceberg's.",
                "array<int | Type array<int cannot be read at position 10.",
                "struct<a> | cannot be read at position 8.",
                "int) | Type int) cannot be read at position 4.",
            })
    void aTypeThatIcebergHasNotIsRefused(String type, String message) {
        assertThatThrownBy(() -> create(
                        TableInput.builder()
                                .name("odd")
                                .storageDescriptor(parquet(lake.location("odd"), column("c", type)))
                                .build(),
                        iceberg -> iceberg.version("2")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message);
    }

    private void create(TableInput input, java.util.function.Consumer<IcebergInput.Builder> iceberg) {
        glue.createTable(request -> request.databaseName(database)
                .tableInput(input)
                .openTableFormatInput(format -> format.icebergInput(given -> {
                    given.metadataOperation("CREATE");
                    iceberg.accept(given);
                })));
    }

    private void createWhole(String name, String location) {
        glue.createTable(request -> request.databaseName(database)
                .name(name)
                .openTableFormatInput(format -> format.icebergInput(
                        iceberg -> iceberg.metadataOperation("CREATE").createIcebergTableInput(whole(location)))));
    }

    private static CreateIcebergTableInput whole(String location) {
        Document list = Document.mapBuilder()
                .putString("type", "list")
                .putNumber("element-id", 4)
                .putString("element", "string")
                .putBoolean("element-required", false)
                .build();
        return CreateIcebergTableInput.builder()
                .location(location)
                .schema(schema -> schema.fields(
                        field(1, "id", "long", true),
                        field(2, "at", "timestamp", false).copy(at -> at.doc("when")),
                        field(3, "tags", "string", false).copy(tags -> tags.type(list))))
                .partitionSpec(spec -> spec.fields(List.of(IcebergPartitionField.builder()
                        .name("at_day")
                        .transform("day")
                        .sourceId(2)
                        .build())))
                .writeOrder(order -> order.orderId(1)
                        .fields(List.of(IcebergSortField.builder()
                                .sourceId(1)
                                .transform("bucket[4]")
                                .direction("asc")
                                .nullOrder("nulls-first")
                                .build())))
                .properties(Map.of("write.format.default", "orc"))
                .build();
    }

    private void change(String name, IcebergTableUpdate... updates) {
        glue.updateTable(request -> request.databaseName(database)
                .name(name)
                .updateOpenTableFormatInput(format -> format.updateIcebergInput(
                        iceberg -> iceberg.updateIcebergTableInput(input -> input.updates(updates)))));
    }

    private static IcebergStructField field(int id, String name, String type, boolean required) {
        return IcebergStructField.builder()
                .id(id)
                .name(name)
                .type(Document.fromString(type))
                .required(required)
                .build();
    }

    private static Column iceberg(String name, String type, int id, boolean optional, boolean current) {
        return column(name, type)
                .copy(column -> column.parameters(Map.of(
                        "iceberg.field.id", Integer.toString(id),
                        "iceberg.field.optional", Boolean.toString(optional),
                        "iceberg.field.current", Boolean.toString(current))));
    }

    private JsonNode metadata(Table table) {
        String place = table.parameters().get("metadata_location");
        Path file = lake.bucket().resolve(place.substring(("s3://" + CatalogLake.BUCKET + "/").length()));
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Table get(String name) {
        return TestTables.get(glue, database, name);
    }
}
