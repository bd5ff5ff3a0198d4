package io.laguna.emulator.athena.ddl;

import io.laguna.emulator.athena.ddl.model.DataCatalog;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.glue.model.Column;

/** Tables that DDL does not make itself: a view of the engine's and an Iceberg table, in the database ddl_other. */
record OtherEnginesTables(DataCatalog catalog) {
    private static final String METADATA =
            """
            {"format-version": 2, "location": "s3://tests/ddl/ice", "current-schema-id": 1, "default-spec-id": 1,
             "schemas": [{"schema-id": 0, "fields": [{"id": 1, "name": "old", "type": "int"}]},
                         {"schema-id": 1, "fields": [{"id": 1, "name": "id", "type": "int"},
                                                     {"id": 2, "name": "data", "type": "string"},
                                                     {"id": 3, "name": "ts", "type": "timestamp"}]}],
             "partition-specs": [{"spec-id": 0, "fields": []},
                                 {"spec-id": 1, "fields": [
                                   {"source-id": 2, "transform": "identity", "name": "data"},
                                   {"source-id": 1, "transform": "bucket[16]", "name": "id_bucket"},
                                   {"source-id": 3, "transform": "day", "name": "ts_day"}]}],
             "properties": {"write.format.default": "PARQUET", "write.parquet.compression-codec": "ZSTD",
                            "vacuum_max_snapshot_age_seconds": "259200"}}
            """;

    void create() {
        catalog.glue().createDatabase(request -> request.databaseInput(input -> input.name("ddl_other")));
        view();
        iceberg();
    }

    private void view() {
        String definition = "{\"originalSql\":\"SELECT 1 n\",\"columns\":[{\"name\":\"n\",\"type\":\"integer\"},"
                + "{\"name\":\"s\",\"type\":\"varchar(1)\"}]}";
        String text = "/* Presto View: "
                + Base64.getEncoder().encodeToString(definition.getBytes(StandardCharsets.UTF_8)) + " */";
        catalog.glue().createTable(request -> request.databaseName("ddl_other").tableInput(input -> input.name("v")
                .tableType("VIRTUAL_VIEW")
                .viewOriginalText(text)
                .viewExpandedText("/* Presto View */")
                .parameters(Map.of("presto_view", "true"))
                .storageDescriptor(storage -> storage.columns(column("n", "int"), column("s", "varchar(1)"))
                        .location("")
                        .serdeInfo(serde -> {}))));
    }

    private void iceberg() {
        catalog.s3()
                .putObject(
                        request -> request.bucket("tests").key("ddl/ice/metadata/00001.metadata.json"),
                        RequestBody.fromString(METADATA));
        catalog.glue().createTable(request -> request.databaseName("ddl_other").tableInput(input -> input.name("ice")
                .tableType("EXTERNAL_TABLE")
                .parameters(Map.of(
                        "table_type",
                        "ICEBERG",
                        "metadata_location",
                        "s3://tests/ddl/ice/metadata/00001.metadata.json"))
                .storageDescriptor(storage -> storage.location("s3://tests/ddl/ice")
                        .columns(
                                column("id", "int"),
                                column("data", "string").copy(change -> change.comment("what it is")),
                                column("ts", "timestamp"),
                                column("s", "struct<a:int,d:decimal(10,2)>")))));
    }

    private static Column column(String name, String type) {
        return Column.builder().name(name).type(type).build();
    }
}
