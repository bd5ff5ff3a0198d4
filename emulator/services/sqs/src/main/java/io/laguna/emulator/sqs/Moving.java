package io.laguna.emulator.sqs;

import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.work.Bell;
import io.laguna.emulator.kit.work.Worker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The work on tasks that move messages: some at a time, each lot in a transaction, also after a restart of Laguna. */
final class Moving implements AutoCloseable {
    private static final int AT_ONCE = 500;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final State state;
    private final Clock clock;
    private final Bell arrivals;
    private final Worker worker = new Worker("sqs-moves", this::work);

    /** When tasks with a rate have moved their last lot. */
    private Instant paced = Instant.EPOCH;

    Moving(State state, Clock clock, Bell arrivals) {
        this.state = state;
        this.clock = clock;
        this.arrivals = arrivals;
    }

    void start() {
        worker.start();
    }

    /** Begins with a task now. */
    void wake() {
        worker.wake();
    }

    /** Moves a lot of each task; returns how long to wait for the next one. */
    private Optional<Duration> work() {
        List<MoveRecord> active = state.read(handle -> new MoveRecords(handle).active());
        if (active.isEmpty()) {
            return Optional.of(Worker.UNTIL_WOKEN);
        }
        Instant now = clock.instant();
        boolean due = !now.isBefore(paced.plus(SECOND));
        paced = due ? now : paced;
        boolean slow = true;
        for (MoveRecord move : active) {
            // Who wakes the worker, or has no rate, does not make the others faster.
            if (due || move.rate().isEmpty() || move.status().equals(MoveRecord.CANCELLING)) {
                state.write(transaction -> {
                    move(transaction, move.task());
                    return move;
                });
            }
            slow &= move.rate().isPresent();
        }
        arrivals.ring();
        return Optional.of(slow ? SECOND : Duration.ZERO);
    }

    private void move(Handle transaction, UUID task) {
        MoveRecords moves = new MoveRecords(transaction);
        Optional<MoveRecord> found = moves.lock(task);
        if (found.filter(move -> move.status().equals(MoveRecord.CANCELLING)).isPresent()) {
            moves.end(task, MoveRecord.CANCELLED, Optional.empty());
        }
        if (found.filter(move -> move.status().equals(MoveRecord.RUNNING)).isEmpty()) {
            return;
        }
        MoveRecord move = found.get();
        Instant now = clock.instant();
        List<MoveRecords.Letter> letters =
                moves.letters(move.source(), move.rate().orElse(AT_ONCE), now);
        if (letters.isEmpty()) {
            moves.end(task, MoveRecord.COMPLETED, Optional.empty());
            return;
        }
        int moved = 0;
        for (MoveRecords.Letter letter : letters) {
            Optional<String> arn = move.destination().or(letter::source);
            if (arn.isEmpty()) {
                moves.end(task, MoveRecord.FAILED, Optional.of("CouldNotDetermineMessageSource"));
                break;
            }
            Optional<QueueRecord> destination =
                    new QueueRecords(transaction).find(QueueAddress.ofArn("DestinationArn", arn.get()));
            if (destination.isEmpty()) {
                moves.end(task, MoveRecord.FAILED, Optional.of("AWS.SimpleQueueService.NonExistentQueue"));
                break;
            }
            moves.move(letter.id(), destination.get(), now);
            moved++;
        }
        moves.count(task, moved);
    }

    @Override
    public void close() {
        worker.close();
    }
}
