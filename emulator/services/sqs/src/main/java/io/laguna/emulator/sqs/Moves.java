package io.laguna.emulator.sqs;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.sqs.model.CancelMessageMoveTaskRequest;
import software.amazon.awssdk.services.sqs.model.CancelMessageMoveTaskResponse;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksRequest;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksResponse;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksResultEntry;
import software.amazon.awssdk.services.sqs.model.StartMessageMoveTaskRequest;
import software.amazon.awssdk.services.sqs.model.StartMessageMoveTaskResponse;

/**
 * The operations that move dead letters to where they came from.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html">
 *     StartMessageMoveTask</a>
 */
final class Moves extends Room {
    private static final int FASTEST = 500;
    private static final int MOST_RESULTS = 10;
    private static final Pattern HANDLE =
            Pattern.compile("\\{\"taskId\":\"([0-9a-f-]{36})\",\"sourceArn\":\"([^\"]+)\"}");

    private final Caller caller;
    private final State state;
    private final Clock clock;
    private final Moving moving;

    Moves(Caller caller, State state, Clock clock, Moving moving) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
        this.moving = moving;
    }

    @Override
    public StartMessageMoveTaskResponse startMessageMoveTask(StartMessageMoveTaskRequest request) {
        Optional<Integer> rate = Optional.ofNullable(request.maxNumberOfMessagesPerSecond());
        rate.filter(most -> most < 1 || most > FASTEST).ifPresent(most -> {
            throw Failures.value(most.toString(), "MaxNumberOfMessagesPerSecond", "Must be between 1 and 500.");
        });
        UUID task = UUID.randomUUID();
        state.write(transaction -> {
            QueueRecords queues = new QueueRecords(transaction);
            QueueRecord source = source(transaction, request.sourceArn());
            MoveRecords moves = new MoveRecords(transaction);
            if (!isForLetters(queues, source)) {
                throw Failures.parameter("Source queue must be configured as a Dead Letter Queue.");
            }
            Optional.ofNullable(request.destinationArn())
                    .ifPresent(arn -> queues.require(QueueAddress.ofArn("DestinationArn", arn)));
            if (moves.isMoving(source)) {
                throw Failures.parameter("There is already a task running. Only one active task is allowed for a source"
                        + " queue arn at a given time.");
            }
            moves.insert(new MoveRecord(
                    task,
                    source.id(),
                    Optional.ofNullable(request.destinationArn()),
                    rate,
                    MoveRecord.RUNNING,
                    0,
                    new MessageRecords(transaction)
                            .counts(source.id(), clock.instant())
                            .get("ApproximateNumberOfMessages"),
                    clock.instant(),
                    Optional.empty()));
            return source;
        });
        moving.wake();
        return StartMessageMoveTaskResponse.builder()
                .taskHandle(handle(task, request.sourceArn()))
                .build();
    }

    /** Returns a queue that a request names by its ARN, held until the end of the transaction. */
    private static QueueRecord source(Handle transaction, String arn) {
        if (arn == null || arn.isEmpty()) {
            throw Failures.missing("SourceArn");
        }
        QueueRecords queues = new QueueRecords(transaction);
        QueueAddress address = QueueAddress.ofArn("SourceArn", arn);
        if (queues.find(address).isEmpty()) {
            throw Failures.noSource();
        }
        return queues.lock(address);
    }

    private boolean isForLetters(QueueRecords queues, QueueRecord letters) {
        return queues.named(caller, "").stream().anyMatch(queue -> Redrive.of(queue.attributes())
                .filter(redrive -> redrive.target().equals(letters.address().arn()))
                .isPresent());
    }

    private static String handle(UUID task, String source) {
        String text = "{\"taskId\":\"" + task + "\",\"sourceArn\":\"" + source + "\"}";
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public ListMessageMoveTasksResponse listMessageMoveTasks(ListMessageMoveTasksRequest request) {
        int most = Optional.ofNullable(request.maxResults()).orElse(1);
        if (most < 1 || most > MOST_RESULTS) {
            throw Failures.value(Integer.toString(most), "MaxResults", "Must be between 1 and 10.");
        }
        List<MoveRecord> moves =
                state.write(transaction -> new MoveRecords(transaction).of(source(transaction, request.sourceArn())));
        return ListMessageMoveTasksResponse.builder()
                .results(moves.stream()
                        .limit(most)
                        .map(move -> shape(move, request.sourceArn()))
                        .toList())
                .build();
    }

    private static ListMessageMoveTasksResultEntry shape(MoveRecord move, String source) {
        return ListMessageMoveTasksResultEntry.builder()
                .taskHandle(move.status().equals(MoveRecord.RUNNING) ? handle(move.task(), source) : null)
                .status(move.status())
                .sourceArn(source)
                .destinationArn(move.destination().orElse(null))
                .maxNumberOfMessagesPerSecond(move.rate().orElse(null))
                .approximateNumberOfMessagesMoved(move.moved())
                .approximateNumberOfMessagesToMove(move.total())
                .failureReason(move.failure().orElse(null))
                .startedTimestamp(move.startedAt().toEpochMilli())
                .build();
    }

    @Override
    public CancelMessageMoveTaskResponse cancelMessageMoveTask(CancelMessageMoveTaskRequest request) {
        if (request.taskHandle() == null || request.taskHandle().isEmpty()) {
            throw Failures.missing("TaskHandle");
        }
        UUID task = task(request.taskHandle());
        MoveRecord cancelled = state.write(transaction -> {
            MoveRecords moves = new MoveRecords(transaction);
            MoveRecord move = moves.lock(task)
                    .filter(found -> found.status().equals(MoveRecord.RUNNING))
                    .orElseThrow(Failures::noTask);
            moves.end(task, MoveRecord.CANCELLING, Optional.empty());
            return move;
        });
        moving.wake();
        return CancelMessageMoveTaskResponse.builder()
                .approximateNumberOfMessagesMoved(cancelled.moved())
                .build();
    }

    private static UUID task(String handle) {
        try {
            Matcher parts = HANDLE.matcher(new String(Base64.getDecoder().decode(handle), StandardCharsets.UTF_8));
            if (parts.matches()) {
                return UUID.fromString(parts.group(1));
            }
        } catch (IllegalArgumentException e) {
            throw Failures.value(handle, "TaskHandle", "Must be a task handle.");
        }
        throw Failures.value(handle, "TaskHandle", "Must be a task handle.");
    }
}
