package io.laguna.emulator.glue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.wire.Rooms;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.Crawler;
import software.amazon.awssdk.services.glue.model.CrawlerHistory;
import software.amazon.awssdk.services.glue.model.CrawlerHistoryState;
import software.amazon.awssdk.services.glue.model.CrawlerNotRunningException;
import software.amazon.awssdk.services.glue.model.CrawlerState;
import software.amazon.awssdk.services.glue.model.CrawlsFilter;
import software.amazon.awssdk.services.glue.model.CreateCrawlerRequest;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.GlueException;
import software.amazon.awssdk.services.glue.model.LastCrawlStatus;
import software.amazon.awssdk.services.glue.model.NoScheduleException;
import software.amazon.awssdk.services.glue.model.S3Target;
import software.amazon.awssdk.services.glue.model.ScheduleState;
import software.amazon.awssdk.services.glue.model.SchedulerNotRunningException;
import software.amazon.awssdk.services.glue.model.SchedulerRunningException;
import software.amazon.awssdk.services.s3.S3Client;

@ExtendWith(CatalogLake.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrawlersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CatalogLake.Running lake;
    private final Glue service;
    private final GlueClient glue;

    CrawlersTest(CatalogLake.Running lake) {
        this.lake = lake;
        this.service = lake.openAll();
        this.glue =
                Rooms.of(GlueClient.class, service.rooms(CatalogLake.CALLER)).client();
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void aCrawlerHasGluesDefaultsAndItsRolesName() {
        create("defaults", crawler -> crawler.role("arn:aws:iam::123456789012:role/service-role/AWSGlueServiceRole"));

        Crawler crawler = get("defaults");
        assertThat(crawler.role()).isEqualTo("service-role/AWSGlueServiceRole");
        assertThat(crawler.state()).isEqualTo(CrawlerState.READY);
        assertThat(crawler.version()).isEqualTo(1);
        assertThat(crawler.schemaChangePolicy().updateBehaviorAsString()).isEqualTo("UPDATE_IN_DATABASE");
        assertThat(crawler.schemaChangePolicy().deleteBehaviorAsString()).isEqualTo("DEPRECATE_IN_DATABASE");
        assertThat(crawler.recrawlPolicy().recrawlBehaviorAsString()).isEqualTo("CRAWL_EVERYTHING");
        assertThat(crawler.lineageConfiguration().crawlerLineageSettingsAsString())
                .isEqualTo("DISABLE");
        assertThat(crawler.hasClassifiers()).isTrue();
        assertThat(crawler.targets().hasJdbcTargets()).isTrue();
        assertThatThrownBy(() -> create("defaults", next -> {})).isInstanceOf(AlreadyExistsException.class);
    }

    @Test
    void anUpdateChangesTheMembersThatAreGivenAndCounts() {
        create("updated", crawler -> crawler.description("old").tablePrefix("p_"));

        glue.updateCrawler(update -> update.name("updated").description("new"));

        Crawler crawler = get("updated");
        assertThat(crawler.description()).isEqualTo("new");
        assertThat(crawler.tablePrefix()).isEqualTo("p_");
        assertThat(crawler.version()).isEqualTo(2);
    }

    @Test
    void schedulesStartStopAndGo() {
        create("scheduled", crawler -> crawler.schedule("cron(15 12 * * ? *)"));
        assertThat(get("scheduled").schedule().state()).isEqualTo(ScheduleState.SCHEDULED);

        glue.stopCrawlerSchedule(stop -> stop.crawlerName("scheduled"));
        assertThat(get("scheduled").schedule().state()).isEqualTo(ScheduleState.NOT_SCHEDULED);
        assertThatThrownBy(() -> glue.stopCrawlerSchedule(stop -> stop.crawlerName("scheduled")))
                .isInstanceOf(SchedulerNotRunningException.class);
        glue.startCrawlerSchedule(start -> start.crawlerName("scheduled"));
        assertThatThrownBy(() -> glue.startCrawlerSchedule(start -> start.crawlerName("scheduled")))
                .isInstanceOf(SchedulerRunningException.class);
        glue.updateCrawlerSchedule(update -> update.crawlerName("scheduled").schedule("cron(0/5 * * * ? *)"));
        assertThat(get("scheduled").schedule().scheduleExpression()).isEqualTo("cron(0/5 * * * ? *)");
        glue.updateCrawlerSchedule(update -> update.crawlerName("scheduled"));
        assertThat(get("scheduled").schedule()).isNull();
        assertThatThrownBy(() -> glue.startCrawlerSchedule(start -> start.crawlerName("scheduled")))
                .isInstanceOf(NoScheduleException.class);
    }

    @Test
    void whatIsNotThereIsToldInGluesWords() {
        assertThatThrownBy(() -> get("none"))
                .isInstanceOf(EntityNotFoundException.class)
                .hasMessage("Crawler entry with name none does not exist");
        assertThatThrownBy(() -> glue.listCrawls(list -> list.crawlerName("none")))
                .hasMessage("Crawler entry with name none does not exist");
        assertThatThrownBy(() -> glue.startCrawler(start -> start.name("none")))
                .hasMessage("Crawler with name none does not exist");
        assertThat(glue.batchGetCrawlers(batch -> batch.crawlerNames("none")).crawlersNotFound())
                .containsExactly("none");
    }

    @Test
    void aCrawlMakesTheTableAndIsInTheHistory() {
        try (S3Client s3 = lake.s3()) {
            s3.putObject(
                    put -> put.bucket(CatalogLake.BUCKET).key("crawled/sales/day=1/a.csv"),
                    RequestBody.fromString("id,name\n1,a\n2,b\n"));
        }
        create("sales", crawler -> target(crawler, "crawled/sales"));
        assertThatThrownBy(() -> glue.stopCrawler(stop -> stop.name("sales")))
                .isInstanceOf(CrawlerNotRunningException.class);

        crawl("sales");

        assertThat(get("sales").lastCrawl().status()).isEqualTo(LastCrawlStatus.SUCCEEDED);
        var table = glue.getTable(get -> get.databaseName("crawlers_test").name("sales"))
                .table();
        assertThat(table.storageDescriptor().columns())
                .extracting(column -> column.name() + " " + column.type())
                .containsExactly("id bigint", "name string");
        assertThat(table.parameters()).containsEntry("UPDATED_BY_CRAWLER", "sales");
        assertThat(glue.getPartitions(get -> get.databaseName("crawlers_test").tableName("sales"))
                        .partitions())
                .hasSize(1);
        assertThat(glue.getPartitionIndexes(
                                get -> get.databaseName("crawlers_test").tableName("sales"))
                        .partitionIndexDescriptorList())
                .hasSize(1);
        CrawlerHistory first = crawls("sales").get(0);
        assertThat(first.state()).isEqualTo(CrawlerHistoryState.COMPLETED);
        assertThat(first.summary()).contains("sales").hasSizeLessThanOrEqualTo(255);
        assertThat(first.messagePrefix()).isEqualTo(first.crawlId());
        assertThat(first.logGroup()).isEqualTo("/aws-glue/crawlers");
        assertThat(glue.getCrawlerMetrics(get -> get.crawlerNameList("sales")).crawlerMetricsList())
                .singleElement()
                .satisfies(metrics -> assertThat(metrics.tablesCreated()).isEqualTo(1));

        crawl("sales");

        assertThat(crawls("sales")).hasSize(2);
        assertThat(crawls("sales", "CRAWL_ID", "EQ", first.crawlId())).hasSize(1);
        assertThat(crawls("sales", "CRAWL_ID", "NE", first.crawlId())).hasSize(1);
        assertThat(crawls("sales", "STATE", "EQ", "FAILED")).isEmpty();
        assertThat(crawls("sales", "START_TIME", "GT", millis(first))).hasSize(1);
        assertThat(crawls("sales", "START_TIME", "GE", millis(first))).hasSize(2);
        assertThat(crawls("sales", "DPU_HOUR", "LT", "0.5")).hasSize(2);
        assertThatThrownBy(() -> crawls("sales", "STATE", "GT", "FAILED")).isInstanceOf(GlueException.class);
        assertThatThrownBy(() -> crawls("sales", "START_TIME", "GT", "yesterday"))
                .isInstanceOf(GlueException.class);
    }

    @Test
    void aCrawlOfABucketThatIsNotThereHasFailedAndSaysSo() {
        create(
                "lost",
                crawler -> crawler.targets(targets -> targets.s3Targets(
                        S3Target.builder().path("s3://no-such-bucket/x").build())));

        crawl("lost");

        assertThat(get("lost").lastCrawl().status()).isEqualTo(LastCrawlStatus.FAILED);
        assertThat(get("lost").lastCrawl().errorMessage()).isEqualTo("S3 bucket no-such-bucket does not exist");
        assertThat(crawls("lost").get(0).state()).isEqualTo(CrawlerHistoryState.FAILED);
    }

    /** An error of the JVM is no exception, and ends a crawl all the same. */
    @Test
    void aCrawlThatEndsByAnErrorHasFailedAndItsLogSaysWhy() {
        S3Client broken = (S3Client) Proxy.newProxyInstance(
                S3Client.class.getClassLoader(), new Class<?>[] {S3Client.class}, (proxy, method, arguments) -> {
                    throw new NoClassDefFoundError("io/laguna/Missing");
                });
        try (Glue other = lake.openAll(broken)) {
            GlueClient client =
                    Rooms.of(GlueClient.class, other.rooms(CatalogLake.CALLER)).client();
            create("erring", crawler -> target(crawler, "anything"));

            client.startCrawler(start -> start.name("erring"));

            Crawler ended = await().atMost(Duration.ofSeconds(30))
                    .until(() -> get("erring"), crawler -> crawler.lastCrawl() != null);
            assertThat(ended.state()).isEqualTo(CrawlerState.READY);
            assertThat(ended.lastCrawl().status()).isEqualTo(LastCrawlStatus.FAILED);
            assertThat(ended.lastCrawl().errorMessage()).isEqualTo("Internal Service Exception");
            assertThat(lake.count("select count(*) from logs_event where message like '%NoClassDefFoundError%'"))
                    .isPositive();
        }
    }

    @Test
    void crawlersAreFoundByTheirTags() {
        create("tagged", crawler -> crawler.tags(Map.of("team", "data", "cost", "1")));
        create("other", crawler -> crawler.tags(Map.of("team", "sales")));

        assertThat(glue.listCrawlers(list -> list.tags(Map.of("team", "data"))).crawlerNames())
                .containsExactly("tagged");
        assertThat(glue.getTags(get -> get.resourceArn(CatalogLake.CALLER.arn("glue", "crawler/tagged")))
                        .tags())
                .containsEntry("cost", "1");
        glue.deleteCrawler(delete -> delete.name("tagged"));
        assertThat(glue.listCrawlers(list -> list.tags(Map.of("team", "data"))).crawlerNames())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "refused-crawlers.txt", delimiter = '|', quoteCharacter = '~')
    void refusesWhatItCannotDo(String json, String reason) {
        String whole = json.replace('\'', '"');
        CreateCrawlerRequest request = ShapeJson.read(whole, CreateCrawlerRequest.builder());
        CreateCrawlerRequest.Builder filled = request.toBuilder().name("refused");
        if (request.role() == null) {
            filled.role("role");
        }
        if (request.targets() == null) {
            filled.targets(targets ->
                    targets.s3Targets(S3Target.builder().path("s3://a/b").build()));
        }
        if (request.databaseName() == null) {
            filled.databaseName("db");
        }
        assertThatThrownBy(() -> glue.createCrawler(filled.build()))
                .isInstanceOf(GlueException.class)
                .hasMessageContaining(reason);
    }

    private void create(String name, Consumer<CreateCrawlerRequest.Builder> more) {
        CreateCrawlerRequest.Builder crawler =
                CreateCrawlerRequest.builder().name(name).role("role").databaseName("crawlers_test");
        target(crawler, name);
        more.accept(crawler);
        glue.createCrawler(crawler.build());
    }

    private static void target(CreateCrawlerRequest.Builder crawler, String path) {
        crawler.targets(targets -> targets.s3Targets(S3Target.builder()
                .path("s3://" + CatalogLake.BUCKET + "/" + path)
                .build()));
    }

    private void crawl(String name) {
        glue.startCrawler(start -> start.name(name));
        await().atMost(PATIENCE).until(() -> get(name).state() == CrawlerState.READY);
    }

    private Crawler get(String name) {
        return glue.getCrawler(get -> get.name(name)).crawler();
    }

    private static String millis(CrawlerHistory crawl) {
        return Long.toString(crawl.startTime().toEpochMilli());
    }

    private List<CrawlerHistory> crawls(String name) {
        return glue.listCrawls(list -> list.crawlerName(name)).crawls();
    }

    private List<CrawlerHistory> crawls(String name, String field, String operator, String value) {
        return glue.listCrawls(list -> list.crawlerName(name)
                        .filters(CrawlsFilter.builder()
                                .fieldName(field)
                                .filterOperator(operator)
                                .fieldValue(value)
                                .build()))
                .crawls();
    }
}
