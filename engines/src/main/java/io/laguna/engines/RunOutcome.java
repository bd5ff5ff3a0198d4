package io.laguna.engines;

import java.util.Optional;

/** How a driver ended. Only a driver's own exit with 0 is a success. */
public sealed interface RunOutcome {
    /** Why it is no success; empty for a success. */
    Optional<String> failure();

    record Succeeded() implements RunOutcome {
        @Override
        public Optional<String> failure() {
            return Optional.empty();
        }
    }

    /**
     * The driver ended by itself with another code.
     *
     * @param exitCode its exit code
     * @param reason its exception and what caused it, or its last words
     */
    record Failed(int exitCode, String reason) implements RunOutcome {
        @Override
        public Optional<String> failure() {
            return Optional.of(reason);
        }
    }

    /** The driver was stopped on request. */
    record Stopped() implements RunOutcome {
        @Override
        public Optional<String> failure() {
            return Optional.of("it was stopped");
        }
    }
}
