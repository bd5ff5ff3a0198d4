package io.laguna.emulator.glue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.laguna.wire.Rooms;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Crawler;
import software.amazon.awssdk.services.glue.model.CrawlerState;
import software.amazon.awssdk.services.glue.model.JdbcTarget;
import software.amazon.awssdk.services.glue.model.LastCrawlStatus;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.s3.S3Client;

/** Crawls of a PostgreSQL, by the driver that is there, and of an H2, by a user's own. */
@Tag("slow")
@ExtendWith(CatalogLake.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbcCrawlsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CatalogLake.Running lake;
    private final Glue service;
    private final GlueClient glue;

    JdbcCrawlsTest(CatalogLake.Running lake) {
        this.lake = lake;
        this.service = lake.openAll();
        this.glue =
                Rooms.of(GlueClient.class, service.rooms(CatalogLake.CALLER)).client();
    }

    @BeforeAll
    void fill() {
        List.of(
                        "create schema \"Shop\"",
                        "create table \"Shop\".\"Sales\" (id serial primary key, price numeric(12,2), sold timestamptz,"
                                + " day date, tags text[], note text)",
                        "comment on table \"Shop\".\"Sales\" is 'What was sold'",
                        "comment on column \"Shop\".\"Sales\".price is 'in pesos'",
                        "create view \"Shop\".recent as select id, price from \"Shop\".\"Sales\"",
                        "create table \"Shop\".sales_2020 (id int)",
                        "create table \"Shop\".salesx2020 (id int)",
                        "create schema depot",
                        "create table depot.sales (id int)")
                .forEach(lake::sql);
        connect(
                "postgres",
                Map.of(
                        "JDBC_CONNECTION_URL", lake.address().url(),
                        "USERNAME", lake.address().user(),
                        "PASSWORD", lake.address().password()));
    }

    @AfterAll
    void close() {
        List.of("drop schema \"Shop\" cascade", "drop schema depot cascade").forEach(lake::sql);
        service.close();
    }

    @Test
    void tablesAndViewsOfASchemaAreTablesOfTheCatalog() {
        crawl("shop", target -> target.path(database() + "/Shop/%")
                .enableAdditionalMetadataWithStrings("RAWTYPES", "COMMENTS"));

        assertThat(tables("shop"))
                .extracting(Table::name)
                .containsExactly(
                        database() + "_shop_recent",
                        database() + "_shop_sales",
                        database() + "_shop_sales_2020",
                        database() + "_shop_salesx2020");
        Table sales = tables("shop").get(1);
        assertThat(sales.storageDescriptor().columns())
                .extracting(column -> column.name() + " " + column.type())
                .containsExactly(
                        "id int", "price decimal(12,2)", "sold timestamp", "day date", "tags string", "note string");
        assertThat(sales.storageDescriptor().columns().get(1).comment()).isEqualTo("in pesos");
        assertThat(sales.storageDescriptor().columns().get(2).parameters()).containsEntry("rawType", "timestamptz");
        assertThat(sales.description()).isEqualTo("What was sold");
        assertThat(sales.storageDescriptor().location()).isEqualTo(database() + ".Shop.Sales");
        assertThat(sales.parameters())
                .containsEntry("classification", "postgresql")
                .containsEntry("connectionName", "postgres")
                .containsEntry("typeOfData", "table")
                .containsEntry("compressionType", "none");
        assertThat(tables("shop").get(0).parameters()).containsEntry("typeOfData", "view");
    }

    @Test
    void anIncludePathHasPatternsAndUnderscoresAreLetters() {
        crawl("patterns", target -> target.path(database() + "/%/sales"));
        assertThat(tables("patterns")).extracting(Table::name).containsExactly(database() + "_depot_sales");

        crawl("underscores", target -> target.path(database() + "/Shop/sales_%"));
        assertThat(tables("underscores")).extracting(Table::name).containsExactly(database() + "_shop_sales_2020");

        crawl("excluded", target -> target.path(database() + "/Shop/%").exclusions("Shop/sales*", "recent"));
        assertThat(tables("excluded")).extracting(Table::name).containsExactly(database() + "_shop_sales");
    }

    @Test
    void aSecondCrawlTakesUpWhatHasChanged() {
        lake.sql("create table depot.moving (id int)");
        lake.sql("create table depot.going (id int)");
        crawl("again", target -> target.path(database() + "/depot/%ing"));
        lake.sql("alter table depot.moving add column name text");
        lake.sql("drop table depot.going");

        start("again");

        assertThat(tables("again")).hasSize(2);
        assertThat(tables("again").get(0).parameters()).containsKey("DEPRECATED_BY_CRAWLER");
        assertThat(tables("again").get(1).storageDescriptor().columns()).hasSize(2);
        start("again");
        assertThat(glue.listCrawls(list -> list.crawlerName("again"))
                        .crawls()
                        .get(0)
                        .summary())
                .isEqualTo("{}");
    }

    @Test
    void anyDatabaseIsCrawledByADriverOfTheUsersOwn() throws Exception {
        Path jar = Path.of(org.h2.Driver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (S3Client s3 = lake.s3()) {
            s3.putObject(put -> put.bucket(CatalogLake.BUCKET).key("drivers/own.jar"), jar);
        }
        connect(
                "h2",
                Map.of(
                        "JDBC_CONNECTION_URL",
                                "jdbc:h2:mem:own;INIT=CREATE TABLE SALES(ID INT\\, NAME VARCHAR(10)\\, AT TIMESTAMP)",
                        "JDBC_DRIVER_JAR_URI", "s3://" + CatalogLake.BUCKET + "/drivers/own.jar",
                        "JDBC_DRIVER_CLASS_NAME", "org.h2.Driver",
                        "USERNAME", "sa",
                        "PASSWORD", ""));

        crawl("own", target -> target.connectionName("h2").path("OWN/PUBLIC/%"));

        assertThat(tables("own")).singleElement().satisfies(table -> {
            assertThat(table.name()).isEqualTo("own_public_sales");
            assertThat(table.storageDescriptor().columns())
                    .extracting(column -> column.name() + " " + column.type())
                    .containsExactly("id int", "name string", "at timestamp");
        });
    }

    @Test
    void aDatabaseThatDoesNotLetTheCrawlInIsTheReasonOfItsFailure() {
        connect(
                "closed",
                Map.of("JDBC_CONNECTION_URL", lake.address().url(), "USERNAME", "nobody", "PASSWORD", "secretly"));
        create(
                "closed",
                JdbcTarget.builder()
                        .connectionName("closed")
                        .path(database() + "/%")
                        .build());

        Crawler crawler = run("closed");

        assertThat(crawler.lastCrawl().status()).isEqualTo(LastCrawlStatus.FAILED);
        assertThat(crawler.lastCrawl().errorMessage())
                .contains("password authentication failed")
                .doesNotContain("secretly");
    }

    private String database() {
        String url = lake.address().url();
        return url.substring(url.lastIndexOf('/') + 1).replaceAll("\\?.*", "");
    }

    private void connect(String name, Map<String, String> properties) {
        glue.createConnection(create -> create.connectionInput(
                input -> input.name(name).connectionType("JDBC").connectionPropertiesWithStrings(properties)));
    }

    private void crawl(String name, UnaryOperator<JdbcTarget.Builder> target) {
        create(
                name,
                target.apply(JdbcTarget.builder().connectionName("postgres")).build());
        start(name);
    }

    private void create(String name, JdbcTarget target) {
        glue.createCrawler(create -> create.name(name)
                .role("role")
                .databaseName("jdbc_" + name)
                .targets(targets -> targets.jdbcTargets(target)));
    }

    private void start(String name) {
        Crawler crawler = run(name);
        assertThat(crawler.lastCrawl().status())
                .as(crawler.lastCrawl().errorMessage())
                .isEqualTo(LastCrawlStatus.SUCCEEDED);
    }

    private Crawler run(String name) {
        glue.startCrawler(start -> start.name(name));
        return await().atMost(PATIENCE)
                .until(
                        () -> glue.getCrawler(get -> get.name(name)).crawler(),
                        crawler -> crawler.state() == CrawlerState.READY);
    }

    private List<Table> tables(String name) {
        return glue.getTables(get -> get.databaseName("jdbc_" + name)).tableList();
    }
}
