package io.laguna.emulator.sqs;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.TagTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The queues in the state, over one connection to it. */
record QueueRecords(Handle handle) {
    private static final String SELECT = "select * from sqs_queue where account = ? and region = ?";

    /** Makes a queue; empty where there is one of the name. */
    Optional<QueueRecord> insert(QueueAddress address, Map<String, String> attributes, Instant now) {
        Optional<Long> id = handle.select(
                        "insert into sqs_queue (account, region, name, created_at, changed_at) values (?, ?, ?, ?, ?)"
                                + " on conflict do nothing returning id",
                        address.owner().accountId(),
                        address.owner().region(),
                        address.name(),
                        Timestamp.from(now),
                        Timestamp.from(now))
                .mapTo(Long.class)
                .findFirst();
        id.ifPresent(made -> set(made, attributes, now));
        return id.flatMap(made -> find(address));
    }

    Optional<QueueRecord> find(QueueAddress address) {
        return handle.select(
                        SELECT + " and name = ?",
                        address.owner().accountId(),
                        address.owner().region(),
                        address.name())
                .map((row, context) -> read(row))
                .findFirst();
    }

    /** Returns a queue, or fails as AWS does where there is none. */
    QueueRecord require(QueueAddress address) {
        return find(address).orElseThrow(Failures::noQueue);
    }

    /** Returns a queue, held until the end of the transaction. */
    QueueRecord lock(QueueAddress address) {
        QueueRecord found = require(address);
        handle.execute("select 1 from sqs_queue where id = ? for update", found.id());
        return require(address);
    }

    /** Returns the queues whose names begin with a text, in the order of their names. */
    List<QueueRecord> named(Caller owner, String prefix) {
        return handle.select(
                        SELECT + " and starts_with(name, ?) order by name collate \"C\"",
                        owner.accountId(),
                        owner.region(),
                        prefix)
                .map((row, context) -> read(row))
                .list();
    }

    /** Sets attributes; one with an empty value is taken away. */
    void set(long id, Map<String, String> attributes, Instant now) {
        attributes.forEach((name, value) -> {
            handle.execute("delete from sqs_attribute where queue = ? and key = ?", id, name);
            if (!value.isEmpty()) {
                handle.execute("insert into sqs_attribute (queue, key, value) values (?, ?, ?)", id, name, value);
            }
        });
        handle.execute("update sqs_queue set changed_at = ? where id = ?", Timestamp.from(now), id);
    }

    void purged(long id, Instant now) {
        handle.execute("delete from sqs_message where queue = ?", id);
        handle.execute("update sqs_queue set purged_at = ? where id = ?", Timestamp.from(now), id);
    }

    void delete(long id) {
        handle.execute("delete from sqs_queue where id = ?", id);
    }

    TagTable tags() {
        return new TagTable(handle, "sqs_tag", "queue");
    }

    private QueueRecord read(ResultSet row) throws SQLException {
        Map<String, String> attributes = new HashMap<>();
        handle.select("select key, value from sqs_attribute where queue = ?", row.getLong("id"))
                .map((each, context) -> Map.entry(each.getString("key"), each.getString("value")))
                .forEach(each -> attributes.put(each.getKey(), each.getValue()));
        return new QueueRecord(
                row.getLong("id"),
                new QueueAddress(new Caller(row.getString("account"), row.getString("region")), row.getString("name")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("purged_at")).map(Timestamp::toInstant),
                attributes);
    }
}
