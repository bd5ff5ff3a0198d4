package io.laguna.emulator.emr.cluster;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.emr.model.Step;

/**
 * The work that a cluster has next.
 *
 * @param ending whether it has to stop everything and end
 * @param steps that have their turn now: they are RUNNING in the state
 * @param wake when to look again though nothing has happened
 */
record Turn(boolean ending, List<Step> steps, Optional<Instant> wake) {
    static final Turn END = new Turn(true, List.of(), Optional.empty());

    static Turn start(List<Step> steps) {
        return new Turn(false, steps, Optional.empty());
    }

    static Turn idle(Optional<Instant> wake) {
        return new Turn(false, List.of(), wake);
    }
}
