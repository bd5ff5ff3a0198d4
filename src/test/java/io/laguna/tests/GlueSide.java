package io.laguna.tests;

import static io.laguna.tests.TableFormat.columns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.PartitionInput;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;

/** The part of {@link GlueAndSparkSystemTest} that AWS clients do: files by S3, tables over them by Glue. */
final class GlueSide {
    static final String BUCKET = "data";

    /** The schema of the Avro files, which Athena wants spelled out. */
    private static final String AVRO_SCHEMA =
            "{\"type\":\"record\",\"namespace\":\"spark\",\"name\":\"hive_avro\",\"fields\":["
                    + "{\"name\":\"id\",\"type\":[\"null\",\"long\"]},{\"name\":\"Name\",\"type\":[\"null\",\"string\"]}]}";

    private final SystemLake lake;
    private final GlueClient glue;

    GlueSide(SystemLake lake) {
        this.lake = lake;
        this.glue = lake.glue();
    }

    void make(Path folder) throws IOException {
        glue.createDatabase(request -> request.databaseInput(input -> input.name("Glue")));
        lake.put(BUCKET, "sales/one.csv", "1,uno,10.50,2026-01-02\n2,\\N,\\N,\\N\n");
        lake.put(BUCKET, "elsewhere/two.csv", "3,tres,0.01,2026-02-03\n");
        create(table(
                        "Sales",
                        TableFormat.TEXT.at(
                                "s3://data/sales/",
                                Map.of("field.delim", ",", "serialization.format", ","),
                                "id bigint",
                                "name string",
                                "price decimal(10,2)",
                                "day date"))
                .description("By Glue")
                .partitionKeys(columns("year int", "city string")));
        glue.batchCreatePartition(request -> request.databaseName("glue")
                .tableName("sales")
                .partitionInputList(
                        partition("s3://data/sales/", "2025", "Bogotá"),
                        partition("s3://data/elsewhere/", "2026", "a/b=c")));

        lake.put(BUCKET, "open_csv/a.csv", "\"1\";\"one; \\\"two\\\"\"\n2;''\n");
        create(table(
                "open_csv",
                TableFormat.OPEN_CSV.at(
                        "s3://data/open_csv/",
                        Map.of("separatorChar", ";", "quoteChar", "\"", "escapeChar", "\\"),
                        "id string",
                        "name string")));

        String rows = "{\"ID\": 1, \"place\": {\"city\": \"Cali\", \"zip\": 760}, \"tags\": [\"a\", \"b\"],"
                + " \"day\": \"2026-01-02\", \"seen\": \"2026-01-02 03:04:05\"}\n"
                + "{\"tags\": [], \"ID\": 2, \"unknown\": true}\n";
        String[] simple = {"id bigint", "place struct<city:string,zip:int>", "tags array<string>"};
        jsonTable(TableFormat.OPENX_JSON, rows, simple);
        jsonTable(
                TableFormat.HIVE_JSON,
                rows,
                Stream.concat(Stream.of(simple), Stream.of("day date", "seen timestamp"))
                        .toArray(String[]::new));

        Path parquet = folder.resolve("duck.parquet");
        new ZoneFiles(folder).copy("(select 1::bigint id, 'uno' \"name\" union all select 2, null)", parquet);
        lake.s3()
                .putObject(
                        request -> request.bucket(BUCKET).key("by-hand/duck.parquet"),
                        RequestBody.fromBytes(Files.readAllBytes(parquet)));
        create(table("by-hand", TableFormat.PARQUET.at("s3://data/by-hand/", Map.of(), "id bigint", "name string")));
        lake.copy(BUCKET, "hive_ORC/", "orc/");
        create(table("orc", TableFormat.ORC.at("s3://data/orc/", Map.of(), "id bigint", "name string")));
        lake.copy(BUCKET, "hive_AVRO/", "avro/");
        create(table(
                "avro",
                TableFormat.AVRO.at(
                        "s3://data/avro/", Map.of("avro.schema.literal", AVRO_SCHEMA), "id bigint", "name string")));
        create(table("doomed", TableFormat.TEXT.at("s3://data/sales/", Map.of(), "line string")));
    }

    void changeTablesOfSpark() {
        glue.deletePartition(
                request -> request.databaseName("spark").tableName("visits").partitionValues("2026-01-02", "14"));
        lake.put(BUCKET, "widened/a.txt", "1|uno|7\n");
        Table text = glue.getTable(request -> request.databaseName("spark").name("widened"))
                .table();
        List<Column> columns = new ArrayList<>(text.storageDescriptor().columns());
        columns.addAll(columns("added int"));
        glue.updateTable(request -> request.databaseName("spark").tableInput(input -> input.name(text.name())
                .tableType(text.tableType())
                .parameters(text.parameters())
                .storageDescriptor(text.storageDescriptor().copy(storage -> storage.columns(columns)))));
    }

    private void jsonTable(TableFormat json, String rows, String... columns) {
        lake.put(BUCKET, json + "/a.json", rows);
        create(table(json.toString(), json.at("s3://data/" + json + "/", Map.of(), columns)));
    }

    private void create(TableInput.Builder table) {
        glue.createTable(request -> request.databaseName("Glue").tableInput(table.build()));
    }

    private static TableInput.Builder table(String name, StorageDescriptor storage) {
        return TableInput.builder()
                .name(name)
                .tableType("EXTERNAL_TABLE")
                .parameters(Map.of("classification", "text"))
                .storageDescriptor(storage);
    }

    private static PartitionInput partition(String location, String... values) {
        return PartitionInput.builder()
                .values(values)
                .storageDescriptor(TableFormat.TEXT.at(
                        location,
                        Map.of("field.delim", ",", "serialization.format", ","),
                        "id bigint",
                        "name string",
                        "price decimal(10,2)",
                        "day date"))
                .build();
    }
}
