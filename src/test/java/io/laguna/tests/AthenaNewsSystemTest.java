package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that the next query sees what other clients did. */
@Tag("slow")
@ExtendWith(SharedLake.class)
class AthenaNewsSystemTest {
    @Test
    void tablesOfGlueAndOfSparkAreThereAtOnceAndSoAreFiles(SharedLake.Running running, AthenaSide athena) {
        SystemLake lake = running.lake();
        try (athena) {
            assertThat(athena.value("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'news'"))
                    .isEqualTo("0");
            lake.glue().createDatabase(request -> request.databaseInput(input -> input.name("news")));
            lake.glue().createTable(request -> request.databaseName("news").tableInput(table -> table.name("glue")
                    .tableType("EXTERNAL_TABLE")
                    .storageDescriptor(TableFormat.TEXT.at("s3://lake/news/", Map.of("field.delim", ","), "id int"))));
            assertThat(athena.value("SELECT count(*) FROM news.glue")).isEqualTo("0");

            lake.put(SharedLake.LAKE, "news/a.csv", "1\n2\n");
            assertThat(athena.value("SELECT count(*) FROM news.glue")).isEqualTo("2");
            lake.put(SharedLake.LAKE, "news/a.csv", "1\n2\n3\n");
            assertThat(athena.value("SELECT count(*) FROM news.glue")).isEqualTo("3");

            lake.run(
                    "news",
                    List.of(
                            "CREATE TABLE news.spark (id BIGINT, day DATE) USING parquet PARTITIONED BY (day)"
                                    + " LOCATION 's3://lake/news-of-spark'",
                            "INSERT INTO news.spark VALUES (1, DATE'2026-01-02'), (2, DATE'2026-01-03')",
                            SystemLake.keep("news", "SELECT sum(id) s FROM news.glue")));
            assertThat(athena.rows("SELECT id, day FROM news.spark ORDER BY id"))
                    .isEqualTo(List.of(
                            List.of(Optional.of("1"), Optional.of("2026-01-02")),
                            List.of(Optional.of("2"), Optional.of("2026-01-03"))));
            assertThat(lake.kept("news")).containsExactly("{\"s\":6}");
        }
    }

    @Test
    void viewsAndIcebergTablesThatGlueMadeAreAthenas(SharedLake.Running running, AthenaSide athena) {
        SystemLake lake = running.lake();
        try (athena) {
            lake.glue().createDatabase(request -> request.databaseInput(input -> input.name("ofglue")));
            lake.glue().createTable(request -> request.databaseName("ofglue")
                    .tableInput(table -> table.name("ice")
                            .storageDescriptor(storage -> storage.location("s3://lake/ofglue/ice/")
                                    .columns(column -> column.name("Id").type("int"), column -> column.name("name")
                                            .type("string")
                                            .comment("who"))))
                    .openTableFormatInput(format -> format.icebergInput(
                            iceberg -> iceberg.metadataOperation("CREATE").version("2"))));

            athena.run("INSERT INTO ofglue.ice VALUES (1, 'uno'), (2, NULL)");
            athena.run("ALTER TABLE ofglue.ice ADD COLUMNS (extra bigint)");
            athena.run("ALTER TABLE ofglue.ice DROP COLUMN name");

            assertThat(athena.rows("SELECT * FROM ofglue.ice ORDER BY id"))
                    .isEqualTo(List.of(
                            List.of(Optional.of("1"), Optional.empty()), List.of(Optional.of("2"), Optional.empty())));
            assertThat(lake.glue()
                            .getTable(request -> request.databaseName("ofglue").name("ice"))
                            .table()
                            .storageDescriptor()
                            .columns())
                    .extracting(column -> column.name() + " " + column.comment() + " "
                            + column.parameters().get("iceberg.field.current"))
                    .containsExactly("id null true", "extra null true", "name who false");

            view(lake, "v", "SELECT id + 1 AS next FROM ofglue.ice");
            assertThat(athena.value("SELECT max(next) FROM ofglue.v")).isEqualTo("3");
            athena.run("CREATE VIEW ofglue.above AS SELECT min(next) first FROM ofglue.v");
            assertThat(athena.value("SELECT first FROM ofglue.above")).isEqualTo("2");
        }
    }

    /** Makes a view by the two fields that make one, with a description of its own. */
    private static void view(SystemLake lake, String name, String sql) {
        String json = "{\"originalSql\":\"" + sql + "\",\"catalog\":\"awsdatacatalog\",\"schema\":\"ofglue\","
                + "\"columns\":[{\"name\":\"next\",\"type\":\"integer\"}]}";
        String text = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        lake.glue().createTable(request -> request.databaseName("ofglue").tableInput(table -> table.name(name)
                .description("the next ones")
                .tableType("VIRTUAL_VIEW")
                .viewOriginalText("/* Presto View: " + text + " */")
                .parameters(Map.of("presto_view", "true"))
                .storageDescriptor(
                        storage -> storage.columns(column -> column.name("next").type("int")))));
    }
}
