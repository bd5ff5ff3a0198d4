package io.laguna.emulator.lambda.source;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.lambda.environment.FunctionRunner;
import io.laguna.emulator.lambda.environment.Invocation;
import io.laguna.emulator.lambda.environment.InvocationResult;
import io.laguna.emulator.lambda.environment.Lineage;
import io.laguna.emulator.lambda.record.FunctionRecords;
import io.laguna.emulator.lambda.record.Qualified;
import io.laguna.emulator.lambda.record.Version;
import io.laguna.emulator.lambda.request.Failures;
import io.laguna.emulator.lambda.request.FunctionName;
import io.laguna.engines.function.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.lambda.model.FunctionResponseType;
import software.amazon.awssdk.services.lambda.model.InvalidRuntimeException;
import software.amazon.awssdk.services.lambda.model.RecursiveInvocationException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/**
 * The invocations of functions with batches of messages. Whoever has failed keeps its messages in the queue, where they are
 * seen again when their visibility timeout is over.
 *
 * @param ended counted down when nothing more is to be tried
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">Errors of SQS sources</a>
 */
record Batches(State state, Seal seal, FunctionRunner runner, CountDownLatch ended) {
    private static final Logger LOG = LoggerFactory.getLogger(Batches.class);

    /** "Lambda will invoke … until the payload size quota of 6 MB is reached", with what is around the records. */
    private static final int MOST_CHARACTERS = 6_291_456 - 1024;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** Returns the messages in groups that are no larger than a payload. */
    static List<List<MessageEvent>> parts(List<MessageEvent> messages) {
        List<List<MessageEvent>> parts = new ArrayList<>();
        int size = MOST_CHARACTERS;
        for (MessageEvent message : messages) {
            if (size + message.size() > MOST_CHARACTERS) {
                parts.add(new ArrayList<>());
                size = 0;
            }
            parts.get(parts.size() - 1).add(message);
            size += message.size() + 1;
        }
        return parts;
    }

    /**
     * Invokes the function of a mapping, and returns the messages that it has handled.
     *
     * @param visibility for how long nobody else sees the messages: a function that is throttled is tried meanwhile
     */
    List<MessageEvent> handled(Mapping mapping, List<MessageEvent> messages, Supplier<Duration> visibility) {
        List<MessageEvent> batch = withoutLoops(mapping.function(), messages);
        if (batch.isEmpty()) {
            return batch;
        }
        Lineage lineage = Lineage.of(batch.stream().map(MessageEvent::lineage).toList());
        Optional<InvocationResult> result = invoke(mapping.function(), event(batch), lineage, visibility);
        if (result.isEmpty() || result.get().error().isPresent()) {
            return List.of();
        }
        if (!mapping.configuration()
                .functionResponseTypes()
                .contains(FunctionResponseType.REPORT_BATCH_ITEM_FAILURES)) {
            return batch;
        }
        Set<String> ids = batch.stream().map(each -> each.message().messageId()).collect(Collectors.toSet());
        Set<String> failed = BatchAnswer.failed(result.get().payload().text(), ids);
        return batch.stream()
                .filter(each -> !failed.contains(each.message().messageId()))
                .toList();
    }

    /**
     * Returns the messages that the function may get: those that it has sent itself, again and again, stay in the queue. So
     * do those behind them in a group of a FIFO queue, which keeps its order.
     */
    private List<MessageEvent> withoutLoops(FunctionName name, List<MessageEvent> messages) {
        String arn = name.owner().arn("lambda", "function:" + name.name());
        List<MessageEvent> given = new ArrayList<>();
        Set<String> groups = new HashSet<>();
        for (MessageEvent each : messages) {
            if (each.lineage().isLoop(arn)) {
                each.group().ifPresent(groups::add);
            } else if (each.group().filter(groups::contains).isEmpty()) {
                given.add(each);
            }
        }
        if (given.size() == messages.size()
                || state.read(handle -> new FunctionRecords(handle, seal).require(name))
                        .mayLoop()) {
            return messages;
        }
        LOG.warn(
                "{}: {} messages stay in their queue", Failures.loop(arn).getMessage(), messages.size() - given.size());
        return given;
    }

    private static Payload event(List<MessageEvent> batch) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        ArrayNode records = event.putArray("Records");
        batch.forEach(each -> records.add(each.record()));
        return Payload.of(event.toString());
    }

    private Optional<InvocationResult> invoke(
            FunctionName function, Payload event, Lineage lineage, Supplier<Duration> visibility) {
        Instant begun = Instant.now();
        Duration pause = FIRST_PAUSE;
        try {
            while (true) {
                try {
                    Version version = state.read(handle -> new Qualified(handle, seal).choose(function));
                    return Optional.of(runner.run(
                            version,
                            new Invocation(UUID.randomUUID().toString(), function.qualifiedArn(), event, "", lineage)));
                } catch (TooManyRequestsException e) {
                    boolean late = Instant.now().plus(pause).isAfter(begun.plus(visibility.get()));
                    if (late || ended.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                        return Optional.empty();
                    }
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                }
            }
        } catch (ResourceNotFoundException | InvalidRuntimeException | RecursiveInvocationException e) {
            LOG.warn("Messages for {} stay in their queue: {}", function.qualifiedArn(), e.getMessage());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
