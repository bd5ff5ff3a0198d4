package io.laguna.emulator.sqs;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.work.Bell;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

/**
 * The operation that takes messages from queues, and waits for them where it is asked to.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html">
 *     ReceiveMessage</a>
 */
final class Receiving extends Room {
    private static final int MOST_MESSAGES = 10;
    private static final int LONGEST_WAIT = 20;
    private static final int LONGEST_HIDDEN = 43_200;

    /** The pause before another look that is due already. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(1);

    private final Caller caller;
    private final State state;
    private final Clock clock;
    private final Bell arrivals;

    Receiving(Caller caller, State state, Clock clock, Bell arrivals) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
        this.arrivals = arrivals;
    }

    /** A look into a queue: what was given up and received, and otherwise when it is worth while to look again. */
    private record Look(QueueRecord queue, int letters, List<MessageRecord> messages, Optional<Instant> next) {}

    @Override
    public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
        check(request);
        ReceivedMessage shape = ReceivedMessage.asked(request);
        QueueAddress address = QueueAddress.ofUrl(caller, request.queueUrl());
        Instant asked = clock.instant();
        while (true) {
            long rings = arrivals.count();
            Look look = state.write(transaction -> look(transaction, address, request));
            if (look.letters() > 0) {
                arrivals.ring();
            }
            long wait = Optional.ofNullable(request.waitTimeSeconds())
                    .map(Integer::longValue)
                    .orElse(look.queue().number(QueueSetting.WAIT));
            Instant now = clock.instant();
            Instant deadline = asked.plusSeconds(wait);
            if (!look.messages().isEmpty() || !now.isBefore(deadline)) {
                return answer(look, shape);
            }
            Instant again = look.next().filter(deadline::isAfter).orElse(deadline);
            if (!arrivals.await(rings, Collections.max(List.of(SHORTEST_PAUSE, Duration.between(now, again))))) {
                return answer(look, shape);
            }
        }
    }

    private static ReceiveMessageResponse answer(Look look, ReceivedMessage shape) {
        return look.messages().isEmpty()
                ? ReceiveMessageResponse.builder().build()
                : ReceiveMessageResponse.builder()
                        .messages(look.messages().stream()
                                .map(message -> shape.of(look.queue(), message))
                                .toList())
                        .build();
    }

    private static void check(ReceiveMessageRequest request) {
        between(
                "MaxNumberOfMessages",
                request.maxNumberOfMessages(),
                1,
                MOST_MESSAGES,
                "Must be between 1 and 10, if provided.");
        between("WaitTimeSeconds", request.waitTimeSeconds(), 0, LONGEST_WAIT, "Must be >= 0 and <= 20, if provided.");
        between(
                "VisibilityTimeout",
                request.visibilityTimeout(),
                0,
                LONGEST_HIDDEN,
                "Must be between 0 and 43200, if provided.");
    }

    private static void between(String member, Integer value, int least, int most, String reason) {
        if (value != null && (value < least || value > most)) {
            throw Failures.value(value.toString(), member, reason);
        }
    }

    private Look look(Handle transaction, QueueAddress address, ReceiveMessageRequest request) {
        QueueRecords queues = new QueueRecords(transaction);
        boolean fifo = address.name().endsWith(QueueAddress.FIFO);
        QueueRecord queue = fifo ? queues.lock(address) : queues.require(address);
        MessageRecords messages = new MessageRecords(transaction);
        Instant now = clock.instant();
        int letters = Redrive.of(queue.attributes())
                .flatMap(redrive -> queues.find(QueueAddress.ofArn(QueueSetting.REDRIVE.word(), redrive.target()))
                        .map(target -> messages.giveUp(queue, target, redrive.maxReceiveCount(), now)))
                .orElse(0);
        Instant visible = now.plusSeconds(Optional.ofNullable(request.visibilityTimeout())
                .map(Integer::longValue)
                .orElse(queue.number(QueueSetting.VISIBILITY)));
        int most = Optional.ofNullable(request.maxNumberOfMessages()).orElse(1);
        Optional<String> attempt = Optional.ofNullable(request.receiveRequestAttemptId());
        List<MessageRecord> received = fifo
                ? attempt.map(id -> messages.again(queue, id, now, visible))
                        .filter(again -> !again.isEmpty())
                        .orElseGet(() -> messages.takeInOrder(queue, most, now, visible, attempt))
                : messages.take(queue, most, now, visible, attempt);
        return new Look(
                queue, letters, received, received.isEmpty() ? messages.nextVisible(queue, now) : Optional.empty());
    }
}
