package io.laguna.engines;

/** How a driver ended. Only a driver's own exit with 0 is a success. */
public sealed interface RunOutcome {
    record Succeeded() implements RunOutcome {}

    /**
     * The driver ended by itself with another code.
     *
     * @param exitCode its exit code
     * @param reason its exception and what caused it, or its last words
     */
    record Failed(int exitCode, String reason) implements RunOutcome {}

    /** The driver was stopped on request. */
    record Stopped() implements RunOutcome {}
}
