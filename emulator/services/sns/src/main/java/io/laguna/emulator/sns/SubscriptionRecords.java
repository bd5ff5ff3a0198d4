package io.laguna.emulator.sns;

import io.laguna.emulator.kit.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The subscriptions in the state, over one connection to it. */
record SubscriptionRecords(Handle handle) {
    private static final String SELECT = "select s.* from sns_subscription s where ";

    void insert(SubscriptionRecord subscription) {
        handle.execute(
                "insert into sns_subscription (id, topic, owner, protocol, endpoint, token) values (?, ?, ?, ?, ?, ?)",
                subscription.id(),
                subscription.topic().id(),
                subscription.owner(),
                subscription.protocol(),
                subscription.endpoint(),
                subscription.token().orElse(null));
        subscription.attributes().forEach((name, value) -> set(subscription.id(), name, value));
    }

    /** Returns the subscription of an ARN; empty where there is none. */
    Optional<SubscriptionRecord> find(String arn) {
        int colon = arn.lastIndexOf(':');
        return colon < 0
                ? Optional.empty()
                : id(arn.substring(colon + 1)).flatMap(this::find).filter(found -> found.arn()
                        .equals(arn));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Optional<SubscriptionRecord> find(UUID id) {
        return handle.select(SELECT + "s.id = ?", id)
                .map((row, context) -> read(row))
                .findFirst();
    }

    Optional<SubscriptionRecord> find(TopicRecord topic, String protocol, String endpoint) {
        return handle.select(
                        SELECT + "s.topic = ? and s.protocol = ? and s.endpoint = ?", topic.id(), protocol, endpoint)
                .map((row, context) -> read(row, topic))
                .findFirst();
    }

    /** Returns the subscription that a token confirms, or has confirmed. */
    Optional<SubscriptionRecord> withToken(TopicRecord topic, String token) {
        return handle.select(SELECT + "s.topic = ? and (s.token = ? or s.confirmed_by = ?)", topic.id(), token, token)
                .map((row, context) -> read(row, topic))
                .findFirst();
    }

    /** Returns the subscriptions of a topic in the order of their making. */
    List<SubscriptionRecord> of(TopicRecord topic) {
        return handle.select(SELECT + "s.topic = ? order by s.number", topic.id())
                .map((row, context) -> read(row, topic))
                .list();
    }

    List<SubscriptionRecord> all(Caller owner) {
        return handle.select(
                        "select s.* from sns_subscription s join sns_topic t on t.id = s.topic where t.account = ?"
                                + " and t.region = ? order by s.number",
                        owner.accountId(),
                        owner.region())
                .map((row, context) -> read(row))
                .list();
    }

    void confirm(UUID id) {
        handle.execute(
                "update sns_subscription set confirmed_by = token, token = null where id = ? and token is not null",
                id);
    }

    void delete(UUID id) {
        handle.execute("delete from sns_subscription where id = ?", id);
    }

    /** Sets an attribute; an empty value takes it away. */
    void set(UUID id, String name, String value) {
        handle.execute("delete from sns_subscription_attribute where subscription = ? and key = ?", id, name);
        if (!value.isEmpty()) {
            handle.execute(
                    "insert into sns_subscription_attribute (subscription, key, value) values (?, ?, ?)",
                    id,
                    name,
                    value);
        }
    }

    private SubscriptionRecord read(ResultSet row) throws SQLException {
        return read(row, new TopicRecords(handle).ofId(row.getLong("topic")));
    }

    private SubscriptionRecord read(ResultSet row, TopicRecord topic) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Map<String, String> attributes = new HashMap<>();
        handle.select("select key, value from sns_subscription_attribute where subscription = ?", id)
                .map((each, context) -> Map.entry(each.getString("key"), each.getString("value")))
                .forEach(each -> attributes.put(each.getKey(), each.getValue()));
        return new SubscriptionRecord(
                id,
                topic,
                row.getString("owner"),
                row.getString("protocol"),
                row.getString("endpoint"),
                Optional.ofNullable(row.getString("token")),
                attributes);
    }
}
