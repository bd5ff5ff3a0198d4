package io.laguna.emulator.kit.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.kit.Caller;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Something that has happened in a service.
 *
 * @param id the same however often it is delivered
 * @param source {@code aws.glue}
 * @param detailType {@code Glue Job State Change}
 * @param resources ARNs
 * @param detail what AWS's own event of the type has in it
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/ref/overview-event-structure.html">Structure of events</a>
 */
public record Event(
        UUID id,
        String source,
        String detailType,
        Caller owner,
        Instant time,
        List<String> resources,
        ObjectNode detail) {
    /** Returns a new event. */
    public static Event of(
            String source, String detailType, Caller owner, Instant time, List<String> resources, ObjectNode detail) {
        return new Event(UUID.randomUUID(), source, detailType, owner, time, resources, detail);
    }

    /** Returns the event as EventBridge sends it. */
    public ObjectNode envelope() {
        ObjectNode envelope = JsonNodeFactory.instance
                .objectNode()
                .put("version", "0")
                .put("id", id.toString())
                .put("detail-type", detailType)
                .put("source", source)
                .put("account", owner.accountId())
                .put("time", time.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", owner.region());
        resources.forEach(envelope.putArray("resources")::add);
        envelope.set("detail", detail);
        return envelope;
    }
}
