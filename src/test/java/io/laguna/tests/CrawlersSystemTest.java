package io.laguna.tests;

import static io.laguna.tests.SystemLake.keep;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.glue.model.Table;

/** Tests of crawlers through AWS's clients: the tables that they make are read by Athena and by Spark. */
@ExtendWith(SharedLake.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrawlersSystemTest {
    private final SystemLake lake;

    CrawlersSystemTest(SharedLake.Running running) {
        this.lake = running.lake();
    }

    @BeforeAll
    void bucket() {
        lake.s3().createBucket(create -> create.bucket(CrawlerRun.BUCKET));
    }

    @Test
    void crawlersMakeTablesThatSparkReads() throws IOException {
        List<CrawlerCase> quick =
                CrawlerCase.all().stream().filter(CrawlerCase::isQuick).toList();
        crawl(quick);
        countBySpark("crawled-quick", quick);
    }

    @Test
    @Tag("slow")
    void everyCaseIsAsItSaysAndItsTablesAreReadByAthenaAndSpark(AthenaSide athena) throws IOException {
        List<CrawlerCase> others =
                CrawlerCase.all().stream().filter(each -> !each.isQuick()).toList();
        List<String> seeds = new ArrayList<>(List.of("CREATE DATABASE seeds"));
        others.forEach(told -> CrawlerRun.lines(told, "spark").forEach(line -> seeds.add(line.rest())));
        lake.run("crawler-seeds", seeds);
        others.forEach(told -> CrawlerRun.lines(told, "athena").forEach(line -> athena.run(line.rest())));
        crawl(others);
        countBySpark("crawled-all", others);
        countByAthena(athena, others);
    }

    private void crawl(List<CrawlerCase> cases) {
        SoftAssertions all = new SoftAssertions();
        for (CrawlerCase told : cases) {
            all.assertThatCode(() -> new CrawlerRun(lake, told).run())
                    .as(told.name())
                    .doesNotThrowAnyException();
        }
        all.assertAll();
    }

    private void countBySpark(String job, List<CrawlerCase> cases) {
        List<String> statements = new ArrayList<>();
        cases.forEach(told -> CrawlerRun.lines(told, "rows")
                .forEach(line -> statements.add(keep(
                        told.name() + "_" + line.first(),
                        "SELECT count(*) AS n FROM " + told.name() + "." + line.first()))));
        lake.run(job, statements);
        SoftAssertions all = new SoftAssertions();
        cases.forEach(told -> CrawlerRun.lines(told, "rows")
                .forEach(line -> all.assertThat(lake.kept(told.name() + "_" + line.first()))
                        .as(told.name() + " " + line.first() + ", read by Spark")
                        .containsExactly("{\"n\":" + (Long.parseLong(line.second()) + headers(told, line)) + "}")));
        all.assertAll();
    }

    /**
     * Returns how many lines are headers: Spark's reader of Hive's text tables does not skip them, on AWS neither. Each file
     * of these cases has one.
     */
    private long headers(CrawlerCase told, CrawlerCase.Line line) {
        Table table = lake.glue()
                .getTable(get -> get.databaseName(told.name()).name(line.first()))
                .table();
        if (!table.parameters().containsKey("skip.header.line.count")) {
            return 0;
        }
        if (table.partitionKeys().isEmpty()) {
            return files(table.parameters());
        }
        // A crawl of new folders adds partitions, and leaves the table's own count as it is.
        return lake
                .glue()
                .getPartitions(get -> get.databaseName(told.name()).tableName(line.first()))
                .partitions()
                .stream()
                .mapToLong(partition -> files(partition.parameters()))
                .sum();
    }

    private static long files(Map<String, String> parameters) {
        return Long.parseLong(parameters.getOrDefault("objectCount", "1"));
    }

    private static void countByAthena(AthenaSide athena, List<CrawlerCase> cases) {
        SoftAssertions all = new SoftAssertions();
        for (CrawlerCase told : cases) {
            Stream<CrawlerCase.Line> counts =
                    Stream.concat(CrawlerRun.lines(told, "rows"), CrawlerRun.lines(told, "athena-rows"));
            counts.forEach(line -> all.assertThatCode(
                            () -> assertThat(athena.value("SELECT count(*) FROM " + told.name() + "." + line.first()))
                                    .isEqualTo(line.second()))
                    .as(told.name() + " " + line.first() + ", read by Athena")
                    .doesNotThrowAnyException());
            CrawlerRun.lines(told, "unread").forEach(line -> {
                QueryExecution query = athena.ended(athena.start("SELECT * FROM " + told.name() + "." + line.first()));
                all.assertThat(query.status().state()).as(told.name()).isEqualTo(QueryExecutionState.FAILED);
                all.assertThat(query.status().stateChangeReason())
                        .as(told.name())
                        .contains(line.second());
            });
        }
        all.assertAll();
    }
}
