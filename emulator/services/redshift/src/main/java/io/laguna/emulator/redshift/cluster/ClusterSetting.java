package io.laguna.emulator.redshift.cluster;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.work.Bell;
import io.laguna.emulator.redshift.server.ClusterServers;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * The surroundings that operations on clusters work with.
 *
 * @param secrets Secrets Manager as a caller sees it
 * @param wake tells the work on clusters that there is some
 * @param worked rings when some of it is done
 */
public record ClusterSetting(
        State state,
        Seal seal,
        ClusterServers servers,
        Function<Caller, SecretsManagerClient> secrets,
        Clock clock,
        Runnable wake,
        Bell worked) {
    /** Returns the time as AWS tells it, in milliseconds. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
