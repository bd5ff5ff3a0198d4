package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.laguna.emulator.kit.shape.ShapeJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Crawler;
import software.amazon.awssdk.services.glue.model.CrawlerState;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.LastCrawlStatus;
import software.amazon.awssdk.services.glue.model.S3Target;
import software.amazon.awssdk.services.s3.S3Client;

/** Tests of Laguna's end by a kill while a crawl goes on: the catalog is as it was or as it would be. */
@Tag("long")
class KilledCrawlSystemTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ROUNDS = Integer.getInteger("laguna.test.rounds", 2);
    private static final int TABLES = 6;
    private static final int PARTITIONS = 30;
    private static final String NAME = "killed";

    @TempDir
    private Path folder;

    @Test
    void theCatalogIsAsItWasOrAsItWouldBe() throws InterruptedException {
        Random random = new Random(19);
        int failed = 0;
        try (KilledLake lake = new KilledLake(folder)) {
            lake.start();
            prepare(lake);
            for (int round = 0; round < ROUNDS; round++) {
                grow(lake, round);
                Map<String, String> before = catalog(lake);
                start(lake);
                if (round % 2 == 1) {
                    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> writes(lake));
                }
                // The time of a kill is the one thing here that is left to chance.
                TimeUnit.MILLISECONDS.sleep(random.nextInt(round % 2 == 1 ? 400 : 900));

                lake.kill();

                lake.start();
                Crawler crawler = ready(lake);
                Map<String, String> after = catalog(lake);
                if (crawler.lastCrawl().status() == LastCrawlStatus.FAILED) {
                    failed++;
                    assertThat(crawler.lastCrawl().errorMessage()).isEqualTo("Internal Service Exception");
                    assertThat(after).as("round " + round + ", as it was").isEqualTo(before);
                    start(lake);
                    ready(lake);
                } else {
                    assertThat(crawler.lastCrawl().status()).isEqualTo(LastCrawlStatus.SUCCEEDED);
                    start(lake);
                    assertThat(ready(lake).lastCrawl().status()).isEqualTo(LastCrawlStatus.SUCCEEDED);
                    assertThat(catalog(lake))
                            .as("round " + round + ", as it would be")
                            .isEqualTo(after);
                }
                assertThat(catalog(lake)).as("round " + round).hasSize(objects(round));
            }
        }
        System.out.println("Of " + ROUNDS + " crawls that were killed, " + failed + " had changed nothing, and "
                + (ROUNDS - failed) + " were brought to their ends");
    }

    /** Returns how many tables and partitions there are after a round. */
    private static int objects(int round) {
        return (TABLES + round + 1) * (1 + PARTITIONS) + (round + 1) * TABLES;
    }

    private static void prepare(KilledLake lake) {
        try (S3Client s3 = lake.clients().s3();
                GlueClient glue = lake.clients().client(GlueClient.builder())) {
            s3.createBucket(create -> create.bucket(NAME));
            for (int table = 0; table < TABLES; table++) {
                put(s3, table, 0, PARTITIONS);
            }
            glue.createCrawler(create -> create.name(NAME)
                    .role(NAME)
                    .databaseName(NAME)
                    .configuration("{\"Version\":1.0,\"Grouping\":{\"TableLevelConfiguration\":2}}")
                    .targets(targets -> targets.s3Targets(
                            S3Target.builder().path("s3://" + NAME).build())));
        }
    }

    /** Adds a table, and a partition to each of the first ones. */
    private static void grow(KilledLake lake, int round) {
        try (S3Client s3 = lake.clients().s3()) {
            put(s3, TABLES + round, 0, PARTITIONS);
            for (int table = 0; table < TABLES; table++) {
                put(s3, table, PARTITIONS + round, PARTITIONS + round + 1);
            }
        }
    }

    private static void put(S3Client s3, int table, int from, int to) {
        for (int partition = from; partition < to; partition++) {
            String key = "t" + table + "/day=" + partition + "/a.json";
            s3.putObject(put -> put.bucket(NAME).key(key), RequestBody.fromString("{\"n" + table + "\":1}\n"));
        }
    }

    private static void start(KilledLake lake) {
        try (GlueClient glue = lake.clients().client(GlueClient.builder())) {
            glue.startCrawler(start -> start.name(NAME));
        }
    }

    private static Crawler ready(KilledLake lake) {
        try (GlueClient glue = lake.clients().client(GlueClient.builder())) {
            return await().atMost(PATIENCE)
                    .until(
                            () -> glue.getCrawler(get -> get.name(NAME)).crawler(),
                            crawler -> crawler.state() == CrawlerState.READY);
        }
    }

    /** Tells whether the latest crawl writes into the catalog, by its log. */
    private static boolean writes(KilledLake lake) {
        try (GlueClient glue = lake.clients().client(GlueClient.builder());
                CloudWatchLogsClient logs = lake.clients().client(CloudWatchLogsClient.builder())) {
            String id = glue.listCrawls(list -> list.crawlerName(NAME))
                    .crawls()
                    .get(0)
                    .crawlId();
            return logs
                    .getLogEvents(get -> get.logGroupName("/aws-glue/crawlers").logStreamName(NAME))
                    .events()
                    .stream()
                    .anyMatch(event ->
                            event.message().contains(id) && event.message().contains("Classification complete"));
        } catch (ResourceNotFoundException e) {
            return false;
        }
    }

    /** Returns the tables and partitions with their columns and parameters, without times and versions. */
    private static Map<String, String> catalog(KilledLake lake) {
        Map<String, String> catalog = new TreeMap<>();
        try (GlueClient glue = lake.clients().client(GlueClient.builder())) {
            glue.getTablesPaginator(get -> get.databaseName(NAME)).stream()
                    .flatMap(page -> page.tableList().stream())
                    .forEach(table -> {
                        catalog.put(table.name(), ShapeJson.write(table.storageDescriptor()) + table.partitionKeys());
                        glue
                                .getPartitionsPaginator(
                                        get -> get.databaseName(NAME).tableName(table.name()))
                                .stream()
                                .flatMap(page -> page.partitions().stream())
                                .forEach(partition -> catalog.put(
                                        table.name() + List.copyOf(partition.values()),
                                        ShapeJson.write(partition.storageDescriptor())));
                    });
            return catalog;
        } catch (EntityNotFoundException e) {
            return Map.of();
        }
    }
}
