package io.laguna.emulator.redshift.serverless;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.redshift.server.ClusterServers;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * The surroundings that operations on namespaces and workgroups work with.
 *
 * @param secrets Secrets Manager as a caller sees it
 * @param wake tells the work that there is some
 */
record ServerlessSetting(
        State state,
        Seal seal,
        ClusterServers servers,
        Function<Caller, SecretsManagerClient> secrets,
        Clock clock,
        Runnable wake) {
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
