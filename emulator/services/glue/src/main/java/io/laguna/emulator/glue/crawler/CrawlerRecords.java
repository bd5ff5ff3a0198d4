package io.laguna.emulator.glue.crawler;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.kit.state.TagTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import software.amazon.awssdk.services.glue.model.Crawler;

/** Crawlers in the state, over one connection to it. */
record CrawlerRecords(Handle handle) {
    private static final String SELECT = "select account, region, name, crawler, next_at from glue_crawler";
    private static final String OF = " where account = ? and region = ?";

    /** Adds a crawler; tells whether there was none of the name. */
    boolean insert(CrawlerRecord crawler) {
        return handle.execute(
                        "insert into glue_crawler (account, region, name, crawler, next_at) values (?, ?, ?, ?, ?)"
                                + " on conflict do nothing",
                        crawler.key().account(),
                        crawler.key().region(),
                        crawler.key().name(),
                        ShapeJson.write(crawler.crawler()),
                        crawler.nextAt().map(Timestamp::from).orElse(null))
                == 1;
    }

    void save(CrawlerRecord crawler) {
        handle.execute(
                "update glue_crawler set crawler = ?, next_at = ?" + OF + " and name = ?",
                ShapeJson.write(crawler.crawler()),
                crawler.nextAt().map(Timestamp::from).orElse(null),
                crawler.key().account(),
                crawler.key().region(),
                crawler.key().name());
    }

    void delete(CrawlerKey key) {
        for (String table : List.of(
                "glue_crawler where name = ?",
                "glue_crawl where crawler = ?",
                "glue_crawled_folder where crawler = ?")) {
            handle.execute(
                    "delete from " + table + " and account = ? and region = ?",
                    key.name(),
                    key.account(),
                    key.region());
        }
    }

    Optional<CrawlerRecord> find(CrawlerKey key) {
        return handle.select(SELECT + OF + " and name = ?", key.account(), key.region(), key.name())
                .map(CrawlerRecords::read)
                .findFirst();
    }

    /** Returns a crawler, held until the end of the transaction. */
    Optional<CrawlerRecord> lock(CrawlerKey key) {
        return handle.select(SELECT + OF + " and name = ? for update", key.account(), key.region(), key.name())
                .map(CrawlerRecords::read)
                .findFirst();
    }

    /** Returns all crawlers of a caller in the order of their names' characters. */
    List<CrawlerRecord> all(Caller caller) {
        return handle.select(SELECT + OF + " order by name collate \"C\"", caller.accountId(), caller.region())
                .map(CrawlerRecords::read)
                .list();
    }

    /** Returns every caller's crawlers whose schedules are due. */
    List<CrawlerRecord> due(Instant now) {
        return handle.select(SELECT + " where next_at <= ? order by next_at", Timestamp.from(now))
                .map(CrawlerRecords::read)
                .list();
    }

    /** Returns when the next schedule of all is due. */
    Optional<Instant> next() {
        return handle.select("select min(next_at) from glue_crawler")
                .map((row, context) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .one();
    }

    /** Returns the folders whose files a crawler has looked at. */
    Set<String> folders(CrawlerKey key) {
        return handle.select(
                        "select folder from glue_crawled_folder" + OF + " and crawler = ?",
                        key.account(),
                        key.region(),
                        key.name())
                .mapTo(String.class)
                .set();
    }

    void addFolders(CrawlerKey key, Set<String> folders) {
        if (!folders.isEmpty()) {
            handle.createUpdate("insert into glue_crawled_folder (account, region, crawler, folder)"
                            + " select :account, :region, :crawler, unnest(:folders) on conflict do nothing")
                    .bind("account", key.account())
                    .bind("region", key.region())
                    .bind("crawler", key.name())
                    .bindArray("folders", String.class, folders)
                    .execute();
        }
    }

    TagTable tags() {
        return new TagTable(handle, "glue_tag", "resource");
    }

    private static CrawlerRecord read(ResultSet row, StatementContext context) throws SQLException {
        return new CrawlerRecord(
                new CrawlerKey(row.getString("account"), row.getString("region"), row.getString("name")),
                ShapeJson.read(row.getString("crawler"), Crawler.builder()),
                Optional.ofNullable(row.getTimestamp("next_at")).map(Timestamp::toInstant));
    }
}
