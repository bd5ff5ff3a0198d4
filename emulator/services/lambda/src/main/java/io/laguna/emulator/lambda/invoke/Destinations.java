package io.laguna.emulator.lambda.invoke;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.trace.Trace;
import io.laguna.emulator.lambda.request.FunctionName;
import io.laguna.emulator.lambda.request.Peers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.lambda.model.DeadLetterConfig;
import software.amazon.awssdk.services.lambda.model.DestinationConfig;
import software.amazon.awssdk.services.lambda.model.OnFailure;
import software.amazon.awssdk.services.lambda.model.OnSuccess;

/**
 * The destinations of asynchronous invocations, which are told how these have ended: functions, queues, topics, event buses, and
 * buckets of failures. Events that were given up go to queues and topics of dead letters too.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html">Records</a>
 */
final class Destinations {
    private static final Logger LOG = LoggerFactory.getLogger(Destinations.class);
    private static final DateTimeFormatter FOLDER =
            DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH.mm.ss").withZone(ZoneOffset.UTC);

    private final LaterInvocations invocations;
    private final Peers peers;
    private final Clock clock;
    private final Messages messages;

    Destinations(LaterInvocations invocations, Peers peers, Clock clock) {
        this.invocations = invocations;
        this.peers = peers;
        this.clock = clock;
        this.messages = new Messages(peers);
    }

    /** Tells those who want to know of such an end. Whoever cannot be told is named in Laguna's own log. */
    void tell(Caller owner, Optional<DestinationConfig> asked, Ended ended) {
        Optional<String> destination = ended.isSuccess()
                ? asked.map(DestinationConfig::onSuccess).map(OnSuccess::destination)
                : asked.map(DestinationConfig::onFailure).map(OnFailure::destination);
        named(destination).ifPresent(arn -> attempt(arn, ended, () -> tell(owner, arn, ended)));
        if (!ended.isSuccess()) {
            Optional<String> letters = Optional.ofNullable(
                            ended.version().configuration().deadLetterConfig())
                    .map(DeadLetterConfig::targetArn);
            named(letters)
                    .ifPresent(arn -> attempt(
                            arn,
                            ended,
                            () -> messages.send(arn, ended.later().payload(), ended.deadLetterAttributes())));
        }
    }

    private static Optional<String> named(Optional<String> arn) {
        return arn.filter(text -> !text.isEmpty());
    }

    private static void attempt(String arn, Ended ended, Runnable telling) {
        try {
            telling.run();
        } catch (SdkException e) {
            LOG.warn("{} is not told how {} has ended", arn, ended.later(), e);
        }
    }

    private void tell(Caller owner, String arn, Ended ended) {
        Instant now = clock.instant();
        String[] parts = arn.split(":", 6);
        switch (parts[2]) {
            case "s3" -> file(owner, parts[5], ended, now);
            case "events" -> announce(owner, arn, ended, now);
            case "lambda" -> invocations.promise(new LaterInvocation(
                    FunctionName.of(owner, arn), UUID.randomUUID().toString(), ended.record(now), "", Trace.current()));
            default -> messages.send(arn, ended.record(now), Map.of());
        }
    }

    private void file(Caller owner, String bucket, Ended ended, Instant now) {
        String key = "aws/lambda/async/" + ended.version().function().name() + "/" + FOLDER.format(now) + "/"
                + NAME.format(now) + "-"
                + UUID.randomUUID();
        peers.s3()
                .apply(owner)
                .putObject(put -> put.bucket(bucket).key(key), RequestBody.fromString(ended.record(now)));
    }

    private void announce(Caller owner, String bus, Ended ended, Instant now) {
        PutEventsRequestEntry event = PutEventsRequestEntry.builder()
                .eventBusName(bus)
                .source("lambda")
                .detailType("Lambda Function Invocation Result - " + (ended.isSuccess() ? "Success" : "Failure"))
                .resources(bus, ended.functionArn())
                .time(now)
                .detail(ended.record(now))
                .build();
        PutEventsResponse put = peers.eventBridge().apply(owner).putEvents(events -> events.entries(List.of(event)));
        put.entries().stream()
                .filter(entry -> entry.errorCode() != null)
                .forEach(entry ->
                        LOG.warn("{} does not take how {} has ended: {}", bus, ended.later(), entry.errorMessage()));
    }
}
