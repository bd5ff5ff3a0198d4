package io.laguna.emulator.sqs;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Service;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.work.Bell;
import io.laguna.emulator.kit.work.Worker;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Amazon SQS. One per process; every account has its own queues in every region.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/Welcome.html">The API</a>
 */
public final class Sqs implements Service<SqsClient> {
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

    private final State state;
    private final Clock clock;
    private final String endpoint;
    private final Bell arrivals = new Bell();
    private final Worker sweep = new Worker("sqs", this::sweep);
    private final Moving moving;

    private Sqs(State state, String endpoint, Clock clock) {
        this.state = state;
        this.endpoint = endpoint;
        this.clock = clock;
        this.moving = new Moving(state, clock, arrivals);
    }

    /**
     * Opens the service.
     *
     * @param state closed by whoever opened it
     * @param endpoint the lake's URL, with which those of queues begin
     */
    public static Sqs open(State state, String endpoint) {
        return open(state, endpoint, Clock.systemUTC());
    }

    static Sqs open(State state, String endpoint, Clock clock) {
        Sqs opened = new Sqs(state, endpoint, clock);
        opened.sweep.start();
        opened.moving.start();
        return opened;
    }

    @Override
    public List<SqsClient> rooms(Caller caller) {
        return List.of(
                new Queues(caller, state, clock, endpoint, arrivals),
                new QueueAttributes(caller, state, clock),
                new Sending(caller, state, clock, arrivals),
                new Receiving(caller, state, clock, arrivals),
                new Receipts(caller, state, clock, arrivals),
                new QueueLists(caller, state, endpoint),
                new Moves(caller, state, clock, moving),
                new Permissions(caller, state, clock),
                new Tags(caller, state));
    }

    /** Deletes what is kept no longer, now. */
    void wake() {
        sweep.wake();
    }

    private Optional<Duration> sweep() {
        state.write(transaction -> {
            new MessageRecords(transaction).prune(clock.instant());
            return transaction;
        });
        return Optional.of(BETWEEN_SWEEPS);
    }

    /** Ends the service. Whoever waits for messages gets none. */
    @Override
    public void close() {
        arrivals.close();
        moving.close();
        sweep.close();
    }
}
