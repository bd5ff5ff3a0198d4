package io.laguna.emulator.secretsmanager;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Service;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.work.Worker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * AWS Secrets Manager. One per process; every account has its own secrets in every region.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/Welcome.html">The API</a>
 */
public final class SecretsManager implements Service<SecretsManagerClient> {
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

    /** "Secrets Manager removes deprecated versions when there are more than 100", and none of the last day. */
    private static final int DEPRECATED_VERSIONS = 100;

    private static final Duration LATELY = Duration.ofHours(24);

    private final State state;
    private final Seal seal;
    private final Clock clock;
    private final Worker sweep = new Worker("secrets", this::sweep);

    private SecretsManager(State state, Seal seal, Clock clock) {
        this.state = state;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * Opens the service.
     *
     * @param state closed by whoever opened it
     */
    public static SecretsManager open(State state, Seal seal) {
        return open(state, seal, Clock.systemUTC());
    }

    static SecretsManager open(State state, Seal seal, Clock clock) {
        SecretsManager opened = new SecretsManager(state, seal, clock);
        opened.sweep.start();
        return opened;
    }

    @Override
    public List<SecretsManagerClient> rooms(Caller caller) {
        return List.of(
                new Secrets(caller, state, seal, clock),
                new Deletions(caller, state, clock),
                new SecretReads(caller, state),
                new SecretValues(caller, state, seal, clock),
                new VersionStages(caller, state, clock),
                new Passwords(),
                new Policies(caller, state, clock),
                new Tags(caller, state, clock));
    }

    /** Deletes what its recovery window keeps no longer, now. */
    void wake() {
        sweep.wake();
    }

    private Optional<Duration> sweep() {
        state.write(transaction -> {
            Instant now = clock.instant();
            new SecretRecords(transaction).purge(now);
            new VersionRecords(transaction).prune(now.minus(LATELY), DEPRECATED_VERSIONS);
            return now;
        });
        return Optional.of(BETWEEN_SWEEPS);
    }

    @Override
    public void close() {
        sweep.close();
    }
}
