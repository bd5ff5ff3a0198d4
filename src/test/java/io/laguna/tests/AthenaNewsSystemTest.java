package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;

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
                            "CREATE VIEW news.days AS SELECT day, count(*) AS n FROM news.spark"
                                    + " WHERE id > 0 GROUP BY day",
                            SystemLake.keep("news", "SELECT sum(id) s FROM news.glue")));
            assertThat(athena.rows("SELECT id, day FROM news.spark ORDER BY id"))
                    .isEqualTo(List.of(
                            List.of(Optional.of("1"), Optional.of("2026-01-02")),
                            List.of(Optional.of("2"), Optional.of("2026-01-03"))));
            assertThat(athena.value("SELECT n FROM news.days WHERE day = DATE '2026-01-03'"))
                    .isEqualTo("1");
            assertThat(lake.kept("news")).containsExactly("{\"s\":6}");
        }
    }
}
