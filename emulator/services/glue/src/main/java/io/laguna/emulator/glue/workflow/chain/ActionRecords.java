package io.laguna.emulator.glue.workflow.chain;

import io.laguna.emulator.glue.workflow.trigger.Ended;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import software.amazon.awssdk.services.glue.model.Crawl;

/** The firings of chains and their actions in the state, over one connection to it. */
record ActionRecords(Handle handle) {
    private static final String SELECT = "select * from glue_action";
    private static final String ORDER = " order by begun_at, trigger collate \"C\", position";

    /** Notes that a trigger fires; it does so once in a chain. */
    void fire(String chain, String trigger, Instant now) {
        handle.execute(
                "insert into glue_firing (chain, trigger, fired_at) values (?, ?, ?)",
                chain,
                trigger,
                Timestamp.from(now));
    }

    /** Returns the names of the triggers that have fired in a chain. */
    Set<String> fired(String chain) {
        return handle.select("select trigger from glue_firing where chain = ?", chain)
                .mapTo(String.class)
                .collect(Collectors.toSet());
    }

    void insert(ActionRecord action) {
        handle.execute(
                "insert into glue_action (chain, trigger, position, kind, name, run, state, error, begun_at, crawl)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                action.chain(),
                action.trigger(),
                action.position(),
                action.kind().name(),
                action.name(),
                action.run().orElse(null),
                action.state().name(),
                action.error().orElse(null),
                Timestamp.from(action.begunAt()),
                action.crawl().map(ShapeJson::write).orElse(null));
    }

    void save(ActionRecord action) {
        handle.execute(
                "update glue_action set state = ?, error = ?, begun_at = ?, crawl = ?"
                        + " where chain = ? and trigger = ? and position = ?",
                action.state().name(),
                action.error().orElse(null),
                Timestamp.from(action.begunAt()),
                action.crawl().map(ShapeJson::write).orElse(null),
                action.chain(),
                action.trigger(),
                action.position());
    }

    /** Returns the actions of a chain in the order of their begins. */
    List<ActionRecord> of(String chain) {
        return handle.select(SELECT + " where chain = ?" + ORDER, chain)
                .map(ActionRecords::read)
                .list();
    }

    private static ActionRecord read(ResultSet row, StatementContext context) throws SQLException {
        return new ActionRecord(
                row.getString("chain"),
                row.getString("trigger"),
                row.getInt("position"),
                Ended.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                Optional.ofNullable(row.getString("run")),
                ActionState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("error")),
                row.getTimestamp("begun_at").toInstant(),
                Optional.ofNullable(row.getString("crawl")).map(json -> ShapeJson.read(json, Crawl.builder())));
    }
}
