package io.laguna.emulator.glue;

import static io.laguna.emulator.glue.TestTables.column;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.Partition;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.Table;

/** One catalog from two sides: Spark through Hive, everybody else through Glue. */
@ExtendWith(CatalogLake.class)
class SparkTest {
    private static final Map<String, List<String>> FORMATS = Map.of(
            "csv",
            List.of(
                    "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe",
                    "org.apache.hadoop.mapred.TextInputFormat",
                    "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat"),
            "opencsv",
            List.of(
                    "org.apache.hadoop.hive.serde2.OpenCSVSerde",
                    "org.apache.hadoop.mapred.TextInputFormat",
                    "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat"),
            "parquet",
            List.of(
                    "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe",
                    "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
                    "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat"),
            "orc",
            List.of(
                    "org.apache.hadoop.hive.ql.io.orc.OrcSerde",
                    "org.apache.hadoop.hive.ql.io.orc.OrcInputFormat",
                    "org.apache.hadoop.hive.ql.io.orc.OrcOutputFormat"),
            "avro",
            List.of(
                    "org.apache.hadoop.hive.serde2.avro.AvroSerDe",
                    "org.apache.hadoop.hive.ql.io.avro.AvroContainerInputFormat",
                    "org.apache.hadoop.hive.ql.io.avro.AvroContainerOutputFormat"));

    private final CatalogLake.Running lake;
    private final GlueClient glue;

    SparkTest(CatalogLake.Running lake) {
        this.lake = lake;
        this.glue = lake.glue();
    }

    @Test
    void whatSparkMakesIsInGlue() {
        String database = TestTables.database(glue);
        String there = "location '" + lake.location(database);
        new Spark(lake)
                .sql(List.of(
                        "create table " + database + ".events (id bigint comment 'the id', name string, day date)"
                                + " using parquet partitioned by (day) " + there + "/events'"
                                + " comment 'Events' tblproperties ('team'='lake')",
                        "insert into " + database + ".events values (1, 'one', date '2026-01-01'),"
                                + " (2, 'two', date '2026-01-02')",
                        "create external table " + database + ".lines (line string) partitioned by (n int)"
                                + " row format delimited fields terminated by ',' stored as textfile " + there
                                + "/lines'",
                        "insert into " + database + ".lines partition (n = 7) values ('x')",
                        "create view " + database + ".names as select name from " + database + ".events"));

        Table events = TestTables.get(glue, database, "events");
        assertThat(events.tableType()).isEqualTo("EXTERNAL_TABLE");
        assertThat(events.parameters())
                .containsEntry("spark.sql.sources.provider", "parquet")
                .containsEntry("team", "lake")
                .containsEntry("comment", "Events")
                .containsKey("spark.sql.sources.schema")
                .doesNotContainKey("laguna.revision");
        assertThat(events.storageDescriptor().columns())
                .containsExactly(
                        column("id", "bigint").copy(change -> change.comment("the id")), column("name", "string"));
        assertThat(events.storageDescriptor().location()).isEqualTo(lake.location(database) + "/events");
        assertThat(events.partitionKeys()).extracting(Column::name).containsExactly("day");
        assertThat(glue.getPartitions(request -> request.databaseName(database)
                                .tableName("events")
                                .expression("day > '2026-01-01'"))
                        .partitions())
                .extracting(Partition::values)
                .containsExactly(List.of("2026-01-02"));

        Table lines = TestTables.get(glue, database, "lines");
        assertThat(lines.storageDescriptor().serdeInfo().serializationLibrary()).contains("LazySimpleSerDe");
        assertThat(lines.storageDescriptor().serdeInfo().parameters()).containsEntry("field.delim", ",");

        Table names = TestTables.get(glue, database, "names");
        assertThat(names.tableType()).isEqualTo("VIRTUAL_VIEW");
        assertThat(names.viewOriginalText()).contains("select name from");
        assertThat(glue.getTables(request -> request.databaseName(database)).tableList())
                .extracting(Table::name)
                .containsExactly("events", "lines", "names");
    }

    @Test
    void whatGlueMakesIsReadAndWrittenBySpark() {
        String database = TestTables.database(glue);
        List<String> statements = new ArrayList<>();
        FORMATS.keySet().stream().sorted().forEach(format -> {
            create(database, format);
            statements.add("insert into " + database + "." + format + " partition (year = 2026) values ('a', 'b')");
            statements.add("select '" + format + "' as format, id, name, year from " + database + "." + format
                    + " where year = 2026");
        });
        glue.createTable(request -> request.databaseName(database)
                .tableInput(input -> input.name("no-location").viewOriginalText("ñ")));
        statements.add("show tables in " + database);

        List<String> rows = new Spark(lake).sql(statements);

        FORMATS.keySet().forEach(format -> assertThat(rows)
                .contains("{\"format\":\"" + format + "\",\"id\":\"a\",\"name\":\"b\",\"year\":2026}"));
        assertThat(rows).anyMatch(row -> row.contains("\"no_x2d_location\""));
        for (String format : FORMATS.keySet()) {
            Table table = TestTables.get(glue, database, format);
            assertThat(table.description()).isEqualTo("made by Glue");
            assertThat(table.storageDescriptor().columns().get(0).parameters()).containsEntry("kept", "yes");
            assertThat(glue.getPartitions(
                                    request -> request.databaseName(database).tableName(format))
                            .partitions())
                    .hasSize(1);
        }
    }

    @Test
    void whatSparkChangesIsChangedInGlueAndTheRestStays() {
        String database = TestTables.database(glue);
        create(database, "parquet");

        new Spark(lake)
                .sql(List.of(
                        "alter table " + database + ".parquet set tblproperties ('by' = 'spark')",
                        "alter table " + database + ".parquet add columns (added int)",
                        "alter table " + database + ".parquet rename to " + database + ".renamed"));

        Table table = TestTables.get(glue, database, "renamed");
        assertThat(table.parameters()).containsEntry("by", "spark").containsEntry("classification", "parquet");
        assertThat(table.storageDescriptor().columns()).extracting(Column::name).containsExactly("id", "name", "added");
        assertThat(table.storageDescriptor().columns().get(0).parameters()).containsEntry("kept", "yes");
        assertThat(table.description()).isEqualTo("made by Glue");
    }

    private void create(String database, String format) {
        List<String> classes = FORMATS.get(format);
        glue.createTable(request -> request.databaseName(database).tableInput(input -> input.name(format)
                .description("made by Glue")
                .tableType("EXTERNAL_TABLE")
                .parameters(Map.of("classification", format))
                .partitionKeys(column("year", "int"))
                .storageDescriptor(StorageDescriptor.builder()
                        .columns(
                                column("id", "string").copy(change -> change.parameters(Map.of("kept", "yes"))),
                                column("name", "string"))
                        .location(lake.location(database) + "/" + format + "/")
                        .serdeInfo(serde -> serde.serializationLibrary(classes.get(0)))
                        .inputFormat(classes.get(1))
                        .outputFormat(classes.get(2))
                        .build())));
    }
}
