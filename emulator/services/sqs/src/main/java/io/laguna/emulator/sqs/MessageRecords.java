package io.laguna.emulator.sqs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** The messages of queues in the state, over one connection to it. */
record MessageRecords(Handle handle) {
    /** "Deduplication interval: 5 minutes". */
    private static final Duration DEDUPLICATED = Duration.ofMinutes(5);

    private static final int LETTERS_AT_ONCE = 100;

    private static final String INSERT =
            "insert into sqs_message (queue, message, body, attributes, system_attributes, sender, sent_at,"
                    + " visible_at, message_group, deduplication) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** A message that a deduplication id stands for already. */
    record Earlier(UUID message, String sequence) {}

    /** Puts a message at the end of a queue, and returns its place. */
    long insert(QueueRecord queue, NewMessage message, String sender, Instant now) {
        return handle.select(INSERT + " returning id", values(queue, message, sender, now))
                .mapTo(Long.class)
                .one();
    }

    /** Puts messages at the end of a queue. */
    void insert(QueueRecord queue, List<NewMessage> messages, String sender, Instant now) {
        PreparedBatch batch = handle.prepareBatch(INSERT);
        messages.forEach(message -> batch.add(values(queue, message, sender, now)));
        batch.execute();
    }

    private static Object[] values(QueueRecord queue, NewMessage message, String sender, Instant now) {
        Duration delay =
                Duration.ofSeconds(message.delay().map(Integer::longValue).orElse(queue.number(QueueSetting.DELAY)));
        return new Object[] {
            queue.id(),
            message.message(),
            message.body(),
            message.attributes(),
            message.systemAttributes(),
            sender,
            Timestamp.from(now),
            Timestamp.from(now.plus(delay)),
            message.group().orElse(null),
            message.deduplication().orElse(null)
        };
    }

    /** Returns the message of the last five minutes with the same deduplication id, if there is one. */
    Optional<Earlier> earlier(QueueRecord queue, NewMessage message, Instant now) {
        return handle.select(
                        "select message, sequence from sqs_deduplication where queue = ? and scope = ?"
                                + " and deduplication = ? and sent_at > ?",
                        queue.id(),
                        scope(queue, message),
                        message.deduplication().orElse(""),
                        Timestamp.from(now.minus(DEDUPLICATED)))
                .map((row, context) -> new Earlier(row.getObject("message", UUID.class), row.getString("sequence")))
                .findFirst();
    }

    void remember(QueueRecord queue, NewMessage message, String sequence, Instant now) {
        handle.execute(
                "insert into sqs_deduplication (queue, scope, deduplication, message, sequence, sent_at)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict (queue, scope, deduplication) do update"
                        + " set message = excluded.message, sequence = excluded.sequence, sent_at = excluded.sent_at",
                queue.id(),
                scope(queue, message),
                message.deduplication().orElse(""),
                message.message(),
                sequence,
                Timestamp.from(now));
    }

    private static String scope(QueueRecord queue, NewMessage message) {
        return QueueSetting.SCOPE.of(queue.attributes()).equals("messageGroup")
                ? message.group().orElse("")
                : "";
    }

    /** Takes messages of a standard queue, the oldest first, and hides them until a time. */
    List<MessageRecord> take(QueueRecord queue, int most, Instant now, Instant visible, Optional<String> attempt) {
        return received(
                "select id from sqs_message, clock where queue = ? and visible_at <= now and sent_at > ? order by id limit ?"
                        + " for update of sqs_message skip locked",
                queue,
                most,
                now,
                visible,
                attempt);
    }

    /**
     * Takes messages of a FIFO queue. Of each group only the first ones are taken, and none while another message of the
     * group is in flight or delayed. The caller holds the queue.
     */
    List<MessageRecord> takeInOrder(
            QueueRecord queue, int most, Instant now, Instant visible, Optional<String> attempt) {
        return received(
                "select m.id from sqs_message m, clock where m.queue = ? and m.visible_at <= now and m.sent_at > ?"
                        + " and not exists (select 1 from sqs_message o where o.queue = m.queue"
                        + " and o.message_group = m.message_group and o.visible_at > now"
                        + " and (o.id < m.id or o.receipt is not null)) order by m.id limit ?",
                queue,
                most,
                now,
                visible,
                attempt);
    }

    private List<MessageRecord> received(
            String choice, QueueRecord queue, int most, Instant now, Instant visible, Optional<String> attempt) {
        return handle.select(
                        "with clock as (select ?::timestamptz as now), chosen as (" + choice
                                + "), taken as (update sqs_message m set received = received + 1,"
                                + " first_received_at = coalesce(first_received_at, ?), visible_at = ?,"
                                + " receipt = gen_random_uuid(), attempt = ? from chosen where m.id = chosen.id"
                                + " returning m.*) select * from taken order by id",
                        Timestamp.from(now),
                        queue.id(),
                        Timestamp.from(now.minusSeconds(queue.number(QueueSetting.RETENTION))),
                        most,
                        Timestamp.from(now),
                        Timestamp.from(visible),
                        attempt.orElse(null))
                .map(MessageRecords::read)
                .list();
    }

    /** Hides what an earlier attempt of the same id has received until another time, and returns it once more. */
    List<MessageRecord> again(QueueRecord queue, String attempt, Instant now, Instant visible) {
        return handle.select(
                        "with taken as (update sqs_message set visible_at = ? where queue = ? and attempt = ?"
                                + " and visible_at > ? returning *) select * from taken order by id",
                        Timestamp.from(visible),
                        queue.id(),
                        attempt,
                        Timestamp.from(now))
                .map(MessageRecords::read)
                .list();
    }

    /**
     * Moves the messages that were received too often to the end of the queue for dead letters, in their order, and returns how
     * many.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/setting-up-dead-letter-queue-retention.html">
     *     "For FIFO queues, the enqueue timestamp resets when the message is moved to a dead-letter queue"</a>
     */
    int giveUp(QueueRecord queue, QueueRecord letters, int maxReceiveCount, Instant now) {
        return handle.execute(
                "with letter as (delete from sqs_message where id in (select id from sqs_message where queue = ?"
                        + " and visible_at <= ? and received >= ? order by id limit " + LETTERS_AT_ONCE
                        + " for update skip locked) returning *)"
                        + " insert into sqs_message (queue, source, message, body, attributes, system_attributes, sender,"
                        + " sent_at, visible_at, message_group, deduplication)"
                        + " select ?, ?, message, body, attributes, system_attributes, sender,"
                        + " case when ? then ?::timestamptz else sent_at end, visible_at, message_group, deduplication"
                        + " from letter order by id",
                queue.id(),
                Timestamp.from(now),
                maxReceiveCount,
                letters.id(),
                queue.address().arn(),
                queue.isFifo(),
                Timestamp.from(now));
    }

    /** Returns when the next message of a queue becomes visible that is not so now. */
    Optional<Instant> nextVisible(QueueRecord queue, Instant now) {
        return handle.select(
                        "select min(visible_at) as next from sqs_message where queue = ? and visible_at > ?",
                        queue.id(),
                        Timestamp.from(now))
                .map((row, context) ->
                        Optional.ofNullable(row.getTimestamp("next")).map(Timestamp::toInstant))
                .one();
    }

    Optional<MessageRecord> find(QueueRecord queue, UUID message) {
        return handle.select("select * from sqs_message where queue = ? and message = ?", queue.id(), message)
                .map(MessageRecords::read)
                .findFirst();
    }

    /** Deletes the message of a receipt; false where the receipt is an old one. */
    boolean delete(QueueRecord queue, UUID message, UUID receipt) {
        return handle.execute(
                        "delete from sqs_message where queue = ? and message = ? and receipt = ?",
                        queue.id(),
                        message,
                        receipt)
                > 0;
    }

    void show(MessageRecord message, Instant visible) {
        handle.execute("update sqs_message set visible_at = ? where id = ?", Timestamp.from(visible), message.id());
    }

    /** Returns how many messages are there to be received, in flight and delayed, by the names of the attributes. */
    Map<String, Long> counts(long queue, Instant now) {
        return handle.select(
                        "select count(*) filter (where visible_at <= ?) as visible,"
                                + " count(*) filter (where visible_at > ? and receipt is not null) as hidden,"
                                + " count(*) filter (where visible_at > ? and receipt is null) as delayed"
                                + " from sqs_message where queue = ?",
                        Timestamp.from(now),
                        Timestamp.from(now),
                        Timestamp.from(now),
                        queue)
                .map((row, context) -> Map.of(
                        "ApproximateNumberOfMessages", row.getLong("visible"),
                        "ApproximateNumberOfMessagesNotVisible", row.getLong("hidden"),
                        "ApproximateNumberOfMessagesDelayed", row.getLong("delayed")))
                .one();
    }

    /** Deletes what no queue keeps any longer. */
    void prune(Instant now) {
        handle.execute(
                "delete from sqs_message m using sqs_queue q where q.id = m.queue and m.sent_at < ?::timestamptz"
                        + " - make_interval(secs => coalesce((select a.value::int from sqs_attribute a where"
                        + " a.queue = q.id and a.key = 'MessageRetentionPeriod'), 345600))",
                Timestamp.from(now));
        handle.execute("delete from sqs_deduplication where sent_at < ?", Timestamp.from(now.minus(DEDUPLICATED)));
    }

    private static MessageRecord read(ResultSet row, StatementContext context) throws SQLException {
        return new MessageRecord(
                row.getLong("id"),
                row.getLong("queue"),
                row.getObject("message", UUID.class),
                row.getString("body"),
                row.getString("attributes"),
                row.getString("system_attributes"),
                row.getString("sender"),
                row.getTimestamp("sent_at").toInstant(),
                row.getTimestamp("visible_at").toInstant(),
                row.getInt("received"),
                Optional.ofNullable(row.getTimestamp("first_received_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getObject("receipt", UUID.class)),
                Optional.ofNullable(row.getString("message_group")),
                Optional.ofNullable(row.getString("deduplication")),
                Optional.ofNullable(row.getString("source")));
    }
}
