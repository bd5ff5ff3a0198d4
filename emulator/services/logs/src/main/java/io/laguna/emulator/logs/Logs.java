package io.laguna.emulator.logs;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Service;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.work.Worker;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/**
 * Amazon CloudWatch Logs. One per process; every account has its own groups in every region.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/Welcome.html">The API</a>
 */
public final class Logs implements Service<CloudWatchLogsClient> {
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

    private final State state;
    private final Clock clock;
    private final Worker sweep;

    private Logs(State state, Clock clock) {
        this.state = state;
        this.clock = clock;
        this.sweep = new Worker("logs-retention", this::sweep);
    }

    /**
     * Opens the service.
     *
     * @param state closed by whoever opened it
     */
    public static Logs open(State state) {
        return open(state, Clock.systemUTC());
    }

    static Logs open(State state, Clock clock) {
        Logs logs = new Logs(state, clock);
        logs.sweep.start();
        return logs;
    }

    @Override
    public List<CloudWatchLogsClient> rooms(Caller caller) {
        return List.of(
                new LogGroups(caller, state, clock),
                new LogStreams(caller, state, clock),
                new LogEvents(caller, state, clock),
                new LogFilter(caller, state),
                new MetricFilters(caller, state, clock),
                new ResourcePolicies(caller, state, clock),
                new Tags(caller, state));
    }

    /** Deletes the events that their groups keep no longer, now. */
    void wake() {
        sweep.wake();
    }

    private Optional<Duration> sweep() {
        state.write(transaction -> {
            new LogRecords(transaction).expire(clock.millis());
            return true;
        });
        return Optional.of(BETWEEN_SWEEPS);
    }

    @Override
    public void close() {
        sweep.close();
    }
}
