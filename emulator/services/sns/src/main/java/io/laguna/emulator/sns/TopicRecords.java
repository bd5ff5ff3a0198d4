package io.laguna.emulator.sns;

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

/** The topics in the state, over one connection to it. */
record TopicRecords(Handle handle) {
    private static final String SELECT = "select * from sns_topic where account = ? and region = ?";

    /** Makes a topic; empty where there is one of the name. */
    Optional<TopicRecord> insert(TopicAddress address, Map<String, String> attributes, Instant now) {
        Optional<Long> id = handle.select(
                        "insert into sns_topic (account, region, name, created_at) values (?, ?, ?, ?)"
                                + " on conflict do nothing returning id",
                        address.owner().accountId(),
                        address.owner().region(),
                        address.name(),
                        Timestamp.from(now))
                .mapTo(Long.class)
                .findFirst();
        id.ifPresent(made -> attributes.forEach((name, value) -> set(made, name, value)));
        return id.flatMap(made -> find(address));
    }

    Optional<TopicRecord> find(TopicAddress address) {
        return handle.select(
                        SELECT + " and name = ?",
                        address.owner().accountId(),
                        address.owner().region(),
                        address.name())
                .map((row, context) -> read(row))
                .findFirst();
    }

    /** Returns a topic, or fails as AWS does where there is none. */
    TopicRecord require(TopicAddress address) {
        return find(address).orElseThrow(Failures::noTopic);
    }

    TopicRecord ofId(long id) {
        return handle.select("select * from sns_topic where id = ?", id)
                .map((row, context) -> read(row))
                .one();
    }

    /** Returns a topic, held until the end of the transaction. */
    TopicRecord lock(TopicAddress address) {
        TopicRecord found = require(address);
        handle.execute("select 1 from sns_topic where id = ? for update", found.id());
        return require(address);
    }

    List<TopicRecord> all(Caller owner) {
        return handle.select(SELECT + " order by name collate \"C\"", owner.accountId(), owner.region())
                .map((row, context) -> read(row))
                .list();
    }

    /** Sets an attribute; an empty value takes it away. */
    void set(long id, String name, String value) {
        handle.execute("delete from sns_topic_attribute where topic = ? and key = ?", id, name);
        if (!value.isEmpty()) {
            handle.execute("insert into sns_topic_attribute (topic, key, value) values (?, ?, ?)", id, name, value);
        }
    }

    void delete(long id) {
        handle.execute("delete from sns_topic where id = ?", id);
    }

    TagTable tags() {
        return new TagTable(handle, "sns_tag", "topic");
    }

    private TopicRecord read(ResultSet row) throws SQLException {
        Map<String, String> attributes = new HashMap<>();
        handle.select("select key, value from sns_topic_attribute where topic = ?", row.getLong("id"))
                .map((each, context) -> Map.entry(each.getString("key"), each.getString("value")))
                .forEach(each -> attributes.put(each.getKey(), each.getValue()));
        return new TopicRecord(
                row.getLong("id"),
                new TopicAddress(new Caller(row.getString("account"), row.getString("region")), row.getString("name")),
                attributes);
    }
}
