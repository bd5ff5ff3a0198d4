package io.laguna.engines.driver;

import java.util.Optional;

/** How a run ended. Only a process's own exit with 0 is a success. */
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
     * It ended with another code, or did not start.
     *
     * @param exitCode of the process; 128 and the signal's number for one that was killed
     * @param reason its exception and what caused it, or its last words
     */
    record Failed(Kind kind, int exitCode, String reason) implements RunOutcome {
        @Override
        public Optional<String> failure() {
            return Optional.of(reason);
        }
    }

    /** It was stopped on request. */
    record Stopped() implements RunOutcome {
        @Override
        public Optional<String> failure() {
            return Optional.of("it was stopped");
        }
    }

    /** What kind of end a failure is. */
    enum Kind {
        /** It chose its exit code: {@code System.exit(3)}. */
        EXITED,
        /** An exception came out of its main method. */
        EXCEPTION,
        OUT_OF_MEMORY,
        /** A signal that nobody here sent. */
        KILLED,
        /** It could not be started, with the reason why. */
        NOT_STARTED
    }
}
