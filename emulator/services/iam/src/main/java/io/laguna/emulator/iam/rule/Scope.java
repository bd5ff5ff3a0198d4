package io.laguna.emulator.iam.rule;

import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The account that a request works on, and the state that it is in. IAM has no regions. */
public record Scope(String account, State state, Clock clock) {
    /** Returns the time as IAM tells times: in whole seconds. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
