package io.laguna.engines.driver;

import java.util.Optional;

/** The end of a run. Only a process's own exit with 0 is a success. */
public sealed interface RunOutcome {
    /** Returns why the run is no success; empty for a success. */
    Optional<String> failure();

    record Succeeded() implements RunOutcome {
        @Override
        public Optional<String> failure() {
            return Optional.empty();
        }
    }

    /**
     * An end with another code than 0, or of a run that did not start.
     *
     * @param exitCode of the process; 128 and the signal's number for one that was killed
     * @param reason its exception and what caused it, or its last words
     * @param brief the reason where there is little room: the exception first
     */
    record Failed(Kind kind, int exitCode, String reason, String brief) implements RunOutcome {
        public Failed(Kind kind, int exitCode, String reason) {
            this(kind, exitCode, reason, reason);
        }

        @Override
        public Optional<String> failure() {
            return Optional.of(reason);
        }
    }

    /** An end on request. */
    record Stopped() implements RunOutcome {
        @Override
        public Optional<String> failure() {
            return Optional.of("it was stopped");
        }
    }

    /** The kind of a failure. */
    enum Kind {
        /** The process chose its exit code: {@code System.exit(3)}. */
        EXITED,
        /** An exception came out of the process's main method. */
        EXCEPTION,
        OUT_OF_MEMORY,
        /** A signal ended the process, and nobody in Laguna sent it. */
        KILLED,
        /** The run could not be started; the reason says why. */
        NOT_STARTED
    }
}
