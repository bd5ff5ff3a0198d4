package io.laguna.emulator.s3.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.delivery.Arrival;
import io.laguna.emulator.kit.delivery.Delivery;
import io.laguna.emulator.kit.delivery.DeliveryQueue;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.s3.bucket.BucketDocuments;
import io.laguna.emulator.s3.bucket.BucketDocuments.Kind;
import io.laguna.emulator.s3.store.object.ObjectEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;
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

    /** How long a function that cannot be called is tried. */
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

    /** Returns Lambda as an account sees it; empty where it is not here. */
    Optional<LambdaClient> lambda(Caller owner) {
        return settings.map(given -> given.lambda().apply(owner));
    }

    /** Keeps an event for all who want to know of it; returns when it is in the state. */
    public void happened(ObjectEvent event) {
        List<LambdaFunctionConfiguration> asked = documents
                .read(event.bucket(), Kind.NOTIFICATION, NotificationConfiguration.builder())
                .map(NotificationConfiguration::lambdaFunctionConfigurations)
                .orElse(List.of())
                .stream()
                .filter(each -> each.eventsAsStrings().stream().anyMatch(name -> EventNames.asks(name, event.name())))
                .filter(each -> KeyFilter.of(each.filter()).wants(event.key()))
                .toList();
        if (!asked.isEmpty()) {
            keep(event, asked);
        }
    }

    private void keep(ObjectEvent event, List<LambdaFunctionConfiguration> asked) {
        State state = settings.orElseThrow().state().join();
        DeliveryQueue deliveries = queue.orElseThrow().join();
        state.write(transaction -> {
            for (LambdaFunctionConfiguration each : asked) {
                FunctionArn function = FunctionArn.of(each.lambdaFunctionArn()).orElseThrow();
                String message = new EventRecord(
                                event,
                                function.owner().accountId(),
                                function.owner().region(),
                                each.id())
                        .message();
                String body = JsonNodeFactory.instance
                        .objectNode()
                        .put("function", each.lambdaFunctionArn())
                        .put("message", message)
                        .toString();
                deliveries
                        .on(transaction)
                        .put(Optional.of(each.id() + " " + event.bucket() + "/" + key(event)), body, clock.instant());
            }
            return event;
        });
        deliveries.wake();
    }

    /** A key may have the one character that the state cannot keep. */
    private static String key(ObjectEvent event) {
        return event.key().replace('\0', '\uFFFD');
    }

    private Arrival deliver(Delivery delivery) {
        JsonNode body = body(delivery);
        String arn = body.path("function").asText();
        FunctionArn function = FunctionArn.of(arn).orElseThrow();
        try {
            lambda(function.owner()).orElseThrow().invoke(invoke -> invoke.functionName(function.name())
                    .qualifier(function.qualifier().orElse(null))
                    .invocationType(InvocationType.EVENT)
                    .payload(SdkBytes.fromUtf8String(body.path("message").asText())));
            return new Arrival.Done();
        } catch (ResourceNotFoundException e) {
            LOG.warn("A notification is lost: {} is not there any more", arn);
            return new Arrival.Done();
        } catch (SdkServiceException e) {
            return again(delivery, arn, e);
        }
    }

    private Arrival again(Delivery delivery, String arn, SdkServiceException failure) {
        Duration age = Duration.between(delivery.madeAt(), clock.instant());
        boolean isRefused =
                failure instanceof LambdaException && failure.statusCode() < 500 && !failure.isThrottlingException();
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
