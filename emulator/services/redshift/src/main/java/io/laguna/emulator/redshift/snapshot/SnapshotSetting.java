package io.laguna.emulator.redshift.snapshot;

import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.redshift.server.ClusterServers;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The surroundings that operations on snapshots work with.
 *
 * @param wake tells the work on snapshots that there is some
 */
public record SnapshotSetting(State state, ClusterServers servers, Clock clock, Runnable wake) {
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
