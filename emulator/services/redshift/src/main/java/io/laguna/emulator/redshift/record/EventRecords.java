package io.laguna.emulator.redshift.record;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.redshift.model.Event;
import software.amazon.awssdk.services.redshift.model.SourceType;

/** The events of clusters and snapshots, over one connection to the state. AWS keeps them for fourteen days. */
public record EventRecords(Handle handle) {
    private static final int DAYS = 14;

    /** Keeps what has happened to a cluster. */
    public void cluster(ClusterRecord cluster, String category, String message, Instant now) {
        insert(cluster.owner(), SourceType.CLUSTER, cluster.identifier(), category, message, "INFO", now);
    }

    /** Keeps what has gone wrong with a cluster. */
    public void failure(ClusterRecord cluster, String message, Instant now) {
        insert(cluster.owner(), SourceType.CLUSTER, cluster.identifier(), "Management", message, "ERROR", now);
    }

    /** Keeps what has happened to a snapshot. */
    public void snapshot(SnapshotRecord snapshot, String message, Instant now) {
        insert(
                snapshot.owner(),
                SourceType.CLUSTER_SNAPSHOT,
                snapshot.identifier(),
                "Management",
                message,
                "INFO",
                now);
    }

    private void insert(
            Caller owner,
            SourceType type,
            String source,
            String category,
            String message,
            String severity,
            Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        Event event = Event.builder()
                .sourceType(type)
                .sourceIdentifier(source)
                .eventCategories(category.toLowerCase(java.util.Locale.ROOT))
                .message(message)
                .severity(severity)
                .date(at)
                .build();
        handle.execute(
                "delete from redshift_event where happened_at < ?", Timestamp.from(at.minus(DAYS, ChronoUnit.DAYS)));
        handle.execute(
                "insert into redshift_event (account, region, happened_at, shape) values (?, ?, ?, ?)",
                owner.accountId(),
                owner.region(),
                Timestamp.from(at),
                ShapeJson.write(event));
    }

    /** Returns a caller's events of a time, the oldest first. */
    public List<Event> between(Caller owner, Instant from, Instant to) {
        return handle.select(
                        "select shape from redshift_event where account = ? and region = ? and happened_at >= ?"
                                + " and happened_at <= ? order by position",
                        owner.accountId(),
                        owner.region(),
                        Timestamp.from(from),
                        Timestamp.from(to))
                .mapTo(String.class)
                .map(shape -> ShapeJson.read(shape, Event.builder()))
                .list();
    }
}
