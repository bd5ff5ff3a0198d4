package io.laguna.apps.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.apps.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class TablesTest {

    @TempDir
    Path folder;

    @BeforeEach
    void createDatabase(SparkSession spark) {
        Lake.createDatabase(spark, Zone.REFINED, uri("refined"));
    }

    @Test
    void aPublicationReplacesTheRowsAndTheFilesOfTheOneBefore(SparkSession spark) {
        Tables.publish(rows(spark, "('a', 1), ('b', 2)"), counts(List.of()));
        Tables.publish(rows(spark, "('c', 3)"), counts(List.of()));

        assertThat(read(spark)).containsExactly("c 3");
        assertThat(snapshots()).hasSize(1);
    }

    @Test
    void theTableAndItsColumnsCarryTheirComments(SparkSession spark) throws AnalysisException {
        Tables.publish(rows(spark, "('a', 1)"), counts(List.of()));

        assertThat(spark.table("refined.counts")
                        .schema()
                        .apply("n")
                        .getComment()
                        .get())
                .isEqualTo("How many it's");
        assertThat(spark.catalog().listTables("refined").head().description())
                .isEqualTo("Counts of \"things\", it's said");
        assertThat(spark.catalog().getDatabase("refined").description()).startsWith("Answers");
    }

    @Test
    void aChangedColumnChangesTheTable(SparkSession spark) {
        Tables.publish(rows(spark, "('a', 1)"), counts(List.of()));
        Tables.publish(spark.sql("SELECT 'a' AS k, 1.5D AS n, true AS more"), counts(List.of()));

        assertThat(spark.table("refined.counts").columns()).containsExactly("k", "n", "more");
        assertThat(read(spark)).containsExactly("a 1.5 true");
    }

    @Test
    void partitionsAreAddedMovedAndDropped(SparkSession spark) {
        Tables.publish(rows(spark, "('a', 1), ('b', 2)"), counts(List.of("k")));
        Tables.publish(rows(spark, "('b', 3), ('c d/é', 4)"), counts(List.of("k")));

        assertThat(read(spark)).containsExactlyInAnyOrder("3 b", "4 c d/é");
        assertThat(spark.sql("SHOW PARTITIONS refined.counts").count()).isEqualTo(2);
        assertThat(spark.table("refined.counts").where("k = 'b'").count()).isEqualTo(1);
        assertThat(snapshots()).hasSize(1);
    }

    @Test
    void aTableMayBecomePartitioned(SparkSession spark) {
        Tables.publish(rows(spark, "('a', 1)"), counts(List.of()));
        Tables.publish(rows(spark, "('a', 1)"), counts(List.of("k")));

        assertThat(read(spark)).containsExactly("1 a");
    }

    @Test
    void rowsThatWereNotPointedAtAreSeenByNobodyAndClearedLater(SparkSession spark) throws IOException {
        Tables.publish(rows(spark, "('a', 1)"), counts(List.of("k")));
        Tables.write(rows(spark, "('a', 9)"), counts(List.of("k")));
        Files.createDirectories(folder.resolve("refined/counts/snapshot=20200101T000000000/_temporary"));

        assertThat(read(spark)).containsExactly("1 a");
        assertThat(snapshots()).hasSize(3);

        Tables.clearLeftovers(spark, counts(List.of("k")));

        assertThat(read(spark)).containsExactly("1 a");
        assertThat(snapshots()).hasSize(1);
    }

    @Test
    void theLocationIsThatOfTheCurrentFiles(SparkSession spark) {
        assertThat(Tables.location(spark, counts(List.of()))).isEmpty();

        Tables.publish(rows(spark, "('a', 1)"), counts(List.of()));

        assertThat(Tables.location(spark, counts(List.of())).orElseThrow())
                .endsWith(snapshots().get(0));
    }

    @Test
    void singlePartitionsAreReplacedAndTheOthersStay(SparkSession spark) throws IOException {
        TableDefinition table = counts(List.of("k"));
        Tables.replacePartitions(rows(spark, "('a', 1), ('b', 2), ('c', 3)"), table, Set.of("a", "b", "c"));
        // What a run that died between writing and committing leaves, and the next one's committer would take in.
        Path died = Files.createDirectories(folder.resolve("refined/counts/_temporary/0/task_1/k=d"));
        try (Stream<Path> files = Files.list(folder.resolve("refined/counts/k=a"))) {
            Path written = files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
            Files.copy(written, died.resolve("part-0.parquet"));
        }
        Tables.replacePartitions(rows(spark, "('b', 7)"), table, Set.of("a", "b"));

        assertThat(read(spark)).containsExactlyInAnyOrder("7 b", "3 c");
        assertThat(spark.sql("SHOW PARTITIONS refined.counts").count()).isEqualTo(2);
    }

    @Test
    void aTableOfPartitionsMayBeEmpty(SparkSession spark) {
        Tables.replacePartitions(rows(spark, "('a', 1)").limit(0), counts(List.of("k")), Set.of());

        assertThat(read(spark)).isEmpty();
    }

    private TableDefinition counts(List<String> partitionColumns) {
        return new TableDefinition(
                "refined",
                "counts",
                uri("refined/counts"),
                "Counts of \"things\", it's said",
                Map.of("n", "How many it's"),
                partitionColumns);
    }

    private static Dataset<Row> rows(SparkSession spark, String values) {
        return spark.sql("SELECT * FROM VALUES " + values + " AS t(k, n)");
    }

    private static List<String> read(SparkSession spark) {
        return spark.table("refined.counts").collectAsList().stream()
                .map(row -> row.mkString(" "))
                .toList();
    }

    private List<String> snapshots() {
        return List.of(folder.resolve("refined/counts").toFile().list((parent, name) -> name.startsWith("snapshot=")));
    }

    private String uri(String path) {
        return folder.toUri() + path;
    }
}
