package io.laguna.tests;

import static io.laguna.tests.GlueSide.BUCKET;
import static io.laguna.tests.TableFormat.columns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.Database;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.Partition;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.Table;

/**
 * Tests of one catalog through Glue and Spark. A first Spark job makes tables, which Glue's client then looks at;
 * Glue's client makes and changes tables, which a second Spark job then reads, and changes in turn.
 */
@Tag("slow")
@ExtendWith(SharedLake.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GlueAndSparkSystemTest {
    private final SystemLake lake;
    private final GlueClient glue;

    GlueAndSparkSystemTest(SharedLake.Running running) {
        this.lake = running.lake();
        this.glue = lake.glue();
    }

    @BeforeAll
    void bothWorkOnOneCatalog(@TempDir Path folder) throws IOException {
        lake.s3().createBucket(request -> request.bucket(BUCKET));
        lake.run("make", SparkSide.made());
        new GlueSide(lake).make(folder);
        new GlueSide(lake).changeTablesOfSpark();
        lake.run("read", SparkSide.readAndChanged());
    }

    @Test
    void aDatabaseOfSparksIsOneOfGlues() {
        Database database = glue.getDatabase(request -> request.name("spark")).database();

        assertThat(database.name()).isEqualTo("spark");
        assertThat(database.description()).isEqualTo("What Spark made");
        assertThat(database.locationUri()).startsWith("s3://data/spark");
    }

    @ParameterizedTest
    @EnumSource(names = {"PARQUET", "ORC", "TEXT", "AVRO"})
    void aHiveTableOfSparksShowsItsFormatColumnsAndPlace(TableFormat format) {
        String made = format == TableFormat.TEXT ? "TEXTFILE" : format.name();

        Table table = sparks("hive_" + format.sparksName());

        StorageDescriptor storage = table.storageDescriptor();
        assertThat(storage.serdeInfo().serializationLibrary()).isEqualTo(format.serde());
        assertThat(storage.inputFormat()).isEqualTo(format.inputFormat());
        assertThat(storage.outputFormat()).isEqualTo(format.outputFormat());
        assertThat(storage.location()).isEqualTo("s3://data/hive_" + made);
        assertThat(storage.columns())
                .containsExactly(
                        Column.builder()
                                .name("id")
                                .type("bigint")
                                .comment("The key")
                                .build(),
                        Column.builder().name("name").type("string").build());
        assertThat(table.tableType()).isEqualTo("EXTERNAL_TABLE");
        assertThat(table.partitionKeys()).isEmpty();
        assertThat(table.parameters())
                .containsEntry("EXTERNAL", "TRUE")
                .containsEntry("comment", "By Spark")
                .containsKey("transient_lastDdlTime");
        assertThat(table.name()).isEqualTo("hive_" + format.sparksName());
        assertThat(table.databaseName()).isEqualTo("spark");
        assertThat(table.createTime()).isNotNull();
    }

    @Test
    void aManagedTableLiesInItsDatabase() {
        assertThat(sparks("managed").tableType()).isEqualTo("MANAGED_TABLE");
        assertThat(sparks("managed").storageDescriptor().location()).isEqualTo("s3://data/spark/managed");
    }

    @Test
    void aSourceThatHiveCanReadHasItsColumnsAndAnotherHasSparksPlaceholder() {
        assertThat(sparks("sources_parquet").storageDescriptor().columns())
                .isEqualTo(columns("id bigint", "name string"));
        assertThat(sparks("sources_parquet").parameters()).containsEntry("spark.sql.sources.provider", "parquet");
        Table csv = sparks("sources_csv");
        assertThat(csv.storageDescriptor().columns())
                .containsExactly(Column.builder()
                        .name("col")
                        .type("array<string>")
                        .comment("from deserializer")
                        .build());
        assertThat(csv.storageDescriptor().serdeInfo().parameters())
                .containsEntry("header", "true")
                .containsEntry("path", "s3://data/spark/sources_csv");
        assertThat(csv.parameters().get("spark.sql.sources.schema")).contains("\"name\":\"Name\"");
        Table json = sparks("sources_json");
        assertThat(json.parameters())
                .containsEntry("spark.sql.sources.provider", "json")
                .containsEntry("spark.sql.partitionProvider", "catalog");
        assertThat(json.storageDescriptor().serdeInfo().parameters()).containsEntry("path", "s3://data/sources_json");
        assertThat(json.partitionKeys()).isEqualTo(columns("day date"));
        assertThat(partitions("spark", "sources_json", ""))
                .extracting(partition -> partition.storageDescriptor().location())
                .containsExactly("s3://data/sources_json/day=2026-01-02");
    }

    @Test
    void aViewOfSparksHasItsTextAndNoPlace() {
        Table view = sparks("names");

        assertThat(view.tableType()).isEqualTo("VIRTUAL_VIEW");
        assertThat(view.viewOriginalText()).isEqualTo("SELECT name FROM spark.hive_orc");
        assertThat(view.viewExpandedText()).isEqualTo("SELECT name FROM spark.hive_orc");
        assertThat(view.storageDescriptor().columns())
                .containsExactly(Column.builder()
                        .name("who")
                        .type("string")
                        .comment("A name")
                        .build());
        assertThat(view.storageDescriptor().location()).isNull();
        assertThat(view.parameters()).containsEntry("comment", "Names only");
    }

    @Test
    void partitionsThatSparkWroteAreFoundByExpression() {
        Table visits = sparks("visits");

        assertThat(visits.partitionKeys()).isEqualTo(columns("day date", "hour int"));
        assertThat(visits.storageDescriptor().columns())
                .isEqualTo(columns("id bigint", "place struct<city:string,zip:int>"));
        assertThat(partitions("spark", "visits", "day = '2026-01-02' AND hour < 10"))
                .extracting(partition -> partition.storageDescriptor().location())
                .containsExactly("s3://data/spark/visits/day=2026-01-02/hour=3");
    }

    @Test
    void sparkReadsDelimitedTextInPartitionsThatGlueAdded() {
        assertThat(lake.kept("SALES"))
                .containsExactly(
                        "{\"id\":1,\"name\":\"uno\",\"price\":10.50,\"day\":\"2026-01-02\",\"year\":2025,\"city\":\"Bogotá\"}",
                        "{\"id\":2,\"year\":2025,\"city\":\"Bogotá\"}",
                        "{\"id\":3,\"name\":\"tres\",\"price\":0.01,\"day\":\"2026-02-03\",\"year\":2026,\"city\":\"a/b=c\"}");
        assertThat(lake.kept("pruned")).containsExactly("{\"id\":3}");
    }

    @Test
    void sparkReadsQuotedCsv() {
        assertThat(lake.kept("open_csv"))
                .containsExactly("{\"id\":\"1\",\"name\":\"one; \\\"two\\\"\"}", "{\"id\":\"2\",\"name\":\"''\"}");
    }

    @Test
    void sparkReadsJsonByEitherSerDe() {
        String first = "{\"id\":1,\"place\":{\"city\":\"Cali\",\"zip\":760},\"tags\":[\"a\",\"b\"]";
        String second = "{\"id\":2,\"tags\":[]}";

        assertThat(lake.kept("openx_json")).containsExactly(first + "}", second);
        assertThat(lake.kept("hive_json"))
                .containsExactly(first + ",\"day\":\"2026-01-02\",\"seen\":\"2026-01-02T03:04:05.000Z\"}", second);
    }

    @Test
    void sparkReadsBinaryFormats() {
        List<String> rows = List.of("{\"id\":1,\"name\":\"uno\"}", "{\"id\":2}");

        assertThat(lake.kept("by_x2d_hand")).isEqualTo(rows);
        assertThat(lake.kept("orc")).isEqualTo(rows);
        assertThat(lake.kept("avro")).isEqualTo(rows);
    }

    @Test
    void whatGlueChangesInATableOfSparksIsChangedForSpark() {
        assertThat(lake.kept("visits"))
                .containsExactly(
                        "{\"id\":1,\"day\":\"2026-01-02\",\"hour\":3}", "{\"id\":3,\"day\":\"2026-01-03\",\"hour\":3}");
        assertThat(lake.kept("widened")).containsExactly("{\"id\":1,\"name\":\"uno\",\"added\":7}");
        assertThat(sparks("widened").storageDescriptor().columns())
                .extracting(Column::name)
                .contains("added");
    }

    @Test
    void whatSparkChangesInATableOfGluesIsANewVersionOfIt() {
        Table sales = glue.getTable(request -> request.databaseName("glue").name("sales"))
                .table();

        assertThat(sales.parameters()).containsEntry("checked", "by Spark").containsEntry("classification", "text");
        assertThat(sales.description()).isEqualTo("By Glue");
        assertThat(sales.versionId()).isEqualTo("1");
        assertThat(glue.getTableVersion(request ->
                                request.databaseName("glue").tableName("sales").versionId("0"))
                        .tableVersion()
                        .table()
                        .parameters())
                .doesNotContainKey("checked");
        assertThat(partitions("glue", "sales", "year > 2026")).singleElement().satisfies(partition -> {
            assertThat(partition.values()).containsExactly("2027", "Cali");
            assertThat(partition.storageDescriptor().location()).startsWith("s3://data/elsewhere");
        });
    }

    @Test
    void rowsThatSparkInsertsLieWhereGlueSaid() {
        assertThat(lake.kept("orc_after")).containsExactly("{\"id\":1}", "{\"id\":2}", "{\"id\":3}");
        assertThat(lake.keys(BUCKET, "orc/part-")).hasSizeGreaterThan(1);
    }

    @Test
    void aTableThatSparkDropsIsGoneAndItsFilesAreNot() {
        assertThatExceptionOfType(EntityNotFoundException.class)
                .isThrownBy(() ->
                        glue.getTable(request -> request.databaseName("glue").name("doomed")));
        assertThat(lake.keys(BUCKET, "sales/")).contains("sales/one.csv");
    }

    private Table sparks(String name) {
        return glue.getTable(request -> request.databaseName("spark").name(name))
                .table();
    }

    private List<Partition> partitions(String database, String table, String expression) {
        return glue
                .getPartitionsPaginator(request ->
                        request.databaseName(database).tableName(table).expression(expression))
                .stream()
                .flatMap(page -> page.partitions().stream())
                .toList();
    }
}
