package io.laguna.emulator.s3.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.delivery.Arrival;
import io.laguna.emulator.kit.delivery.Delivery;
import io.laguna.emulator.kit.delivery.DeliveryQueue;
import io.laguna.emulator.kit.event.Outbox;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.trace.Trace;
import io.laguna.emulator.s3.bucket.BucketDocuments;
import io.laguna.emulator.s3.bucket.BucketDocuments.Kind;
import io.laguna.emulator.s3.store.bucket.Bucket;
import io.laguna.emulator.s3.store.object.ObjectEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;

/**
 * The notifications of buckets. An event is in the state before the call that made it happen is answered, and is delivered at
 * least once, events of one key in their order. A bucket that notifies nobody costs a look for its configuration.
 */
public final class Notifications implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String QUEUE = "s3";
    private static final int AT_ONCE = 8;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private static final int REFUSED = 400;
    private static final int FAILED = 500;

    /** How long a destination that cannot be called is tried. */
    private static final Duration AGE = Duration.ofHours(6);

    private final BucketDocuments documents;
    private final Optional<NotificationSettings> settings;
    private final Clock clock;
    private final Optional<CompletableFuture<DeliveryQueue>> queue;

    public Notifications(BucketDocuments documents, Optional<NotificationSettings> settings, Clock clock) {
        this.documents = documents;
        this.settings = settings;
        this.clock = clock;
        this.queue = settings.map(given ->
                given.state().thenApply(state -> DeliveryQueue.open(state, QUEUE, clock, AT_ONCE, this::deliver)));
    }

    /** Returns whom buckets can notify; empty where they notify nobody. */
    Optional<Destinations> destinations() {
        return settings.map(Destinations::new);
    }

    /** Keeps an event for all who want to know of it; returns when it is in the state. */
    public void happened(ObjectEvent event) {
        documents
                .read(event.bucket(), Kind.NOTIFICATION, NotificationConfiguration.builder())
                .filter(configuration -> settings.isPresent())
                .ifPresent(configuration -> happened(event, configuration));
    }

    private void happened(ObjectEvent event, NotificationConfiguration configuration) {
        List<NotificationRule> asked = NotificationRule.of(configuration).stream()
                .filter(rule -> rule.wants(event))
                .toList();
        boolean bus = configuration.eventBridgeConfiguration() != null;
        if (bus || !asked.isEmpty()) {
            keep(event, asked, bus);
        }
    }

    private void keep(ObjectEvent event, List<NotificationRule> asked, boolean bus) {
        State state = settings.orElseThrow().state().join();
        DeliveryQueue deliveries = queue.orElseThrow().join();
        state.write(transaction -> {
            if (bus) {
                new Outbox(transaction).put(new BusEvent(event, owner(event.bucket())).told());
            }
            for (NotificationRule each : asked) {
                DestinationArn to = each.destination();
                String message = new EventRecord(
                                event, to.owner().accountId(), to.owner().region(), each.id())
                        .message();
                ObjectNode body = JsonNodeFactory.instance
                        .objectNode()
                        .put("kind", to.kind().name())
                        .put("destination", to.text())
                        .put("message", message);
                Trace.current().ifPresent(trace -> body.put("trace", trace));
                deliveries
                        .on(transaction)
                        .put(
                                Optional.of(each.id() + " " + event.bucket() + "/" + key(event)),
                                body.toString(),
                                clock.instant());
            }
            return event;
        });
        deliveries.wake();
    }

    /** Buckets belong to every account of a lake. */
    private Caller owner(String bucket) {
        String region =
                documents.store().buckets().find(bucket).flatMap(Bucket::region).orElse(Caller.DEFAULT_REGION);
        return new Caller(Caller.DEFAULT_ACCOUNT, region);
    }

    /** A key may have the one character that the state cannot keep. */
    private static String key(ObjectEvent event) {
        return event.key().replace('\0', '\uFFFD');
    }

    private Arrival deliver(Delivery delivery) {
        JsonNode body = body(delivery);
        DestinationArn to = DestinationArn.of(
                        DestinationArn.Kind.valueOf(body.path("kind").asText()),
                        body.path("destination").asText())
                .orElseThrow();
        try {
            boolean taken = Trace.in(Optional.ofNullable(body.get("trace")).map(JsonNode::asText), () -> destinations()
                    .orElseThrow()
                    .send(to, body.path("message").asText()));
            if (!taken) {
                LOG.warn("A notification is lost: {} is not there any more", to.text());
            }
            return new Arrival.Done();
        } catch (SdkServiceException e) {
            return again(delivery, to.text(), e);
        }
    }

    private Arrival again(Delivery delivery, String arn, SdkServiceException failure) {
        Duration age = Duration.between(delivery.madeAt(), clock.instant());
        boolean isRefused =
                failure.statusCode() >= REFUSED && failure.statusCode() < FAILED && !failure.isThrottlingException();
        if (isRefused || age.compareTo(AGE) > 0) {
            LOG.warn("A notification is lost: {} does not take it", arn, failure);
            return new Arrival.Done();
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(8, delivery.attempts()));
        return new Arrival.Again(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause, true);
    }

    private static JsonNode body(Delivery delivery) {
        try {
            return JSON.readTree(delivery.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The state holds a notification that is no JSON", e);
        }
    }

    @Override
    public void close() {
        queue.filter(opening -> opening.isDone() && !opening.isCompletedExceptionally())
                .ifPresent(opening -> opening.join().close());
    }
}
