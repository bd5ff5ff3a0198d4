package io.laguna.emulator.glue.crawler;

import io.laguna.emulator.glue.crawler.work.Counts;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import software.amazon.awssdk.services.glue.model.Crawler;
import software.amazon.awssdk.services.glue.model.CrawlerHistory;

/** Crawls in the state, over one connection to it. */
record CrawlRecords(Handle handle) {
    /** AWS keeps the history of a crawler for a year. */
    private static final String KEPT = "12 months";

    private static final String COLUMNS = "account, region, crawler, history, definition, created, updated, deleted";
    private static final String OF = " where account = ? and region = ? and crawler = ?";

    void insert(CrawlRecord crawl) {
        handle.execute(
                "insert into glue_crawl (id, account, region, crawler, state, history, definition)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                crawl.id(),
                crawl.key().account(),
                crawl.key().region(),
                crawl.key().name(),
                crawl.history().stateAsString(),
                ShapeJson.write(crawl.history()),
                ShapeJson.write(crawl.crawler()));
    }

    void save(CrawlRecord crawl) {
        handle.execute(
                "update glue_crawl set state = ?, history = ?, created = ?, updated = ?, deleted = ? where id = ?",
                crawl.history().stateAsString(),
                ShapeJson.write(crawl.history()),
                crawl.tables().added(),
                crawl.tables().updated(),
                crawl.tables().deleted(),
                crawl.id());
    }

    void journal(String id, String journal) {
        handle.execute("update glue_crawl set journal = ? where id = ?", journal, id);
    }

    /** Returns a crawl with its journal, held until the end of the transaction. */
    Optional<CrawlRecord> lock(String id) {
        return handle.select("select " + COLUMNS + ", journal from glue_crawl where id = ? for update", id)
                .map(CrawlRecords::read)
                .findFirst();
    }

    /** Returns the crawls of a crawler without their journals, the newest first. */
    List<CrawlRecord> of(CrawlerKey key) {
        return handle.select(
                        "select " + COLUMNS + ", null as journal from glue_crawl" + OF + " order by number desc",
                        key.account(),
                        key.region(),
                        key.name())
                .map(CrawlRecords::read)
                .list();
    }

    /** Returns the ids of every crawler's crawls that have not ended. */
    List<String> running() {
        return handle.select("select id from glue_crawl where state = 'RUNNING' order by number")
                .mapTo(String.class)
                .list();
    }

    /** Deletes the crawls of a crawler that are older than AWS keeps them. */
    void forgetOld(CrawlerKey key) {
        handle.execute(
                "delete from glue_crawl" + OF
                        + " and state <> 'RUNNING' and (history::json ->> 'StartTime')::timestamptz"
                        + " < now() - interval '" + KEPT + "'",
                key.account(),
                key.region(),
                key.name());
    }

    private static CrawlRecord read(ResultSet row, StatementContext context) throws SQLException {
        return new CrawlRecord(
                new CrawlerKey(row.getString("account"), row.getString("region"), row.getString("crawler")),
                ShapeJson.read(row.getString("history"), CrawlerHistory.builder()),
                ShapeJson.read(row.getString("definition"), Crawler.builder()),
                Optional.ofNullable(row.getString("journal")),
                new Counts(row.getInt("created"), row.getInt("updated"), row.getInt("deleted")));
    }
}
