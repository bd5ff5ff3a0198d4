package io.laguna.emulator.scheduler;

/** The outcome of an attempt to call a target. */
sealed interface InvocationOutcome {
    /**
     * The target took the call.
     *
     * @param answer its response as JSON
     */
    record Accepted(String answer) implements InvocationOutcome {}

    /**
     * The target refused the call, or failed.
     *
     * @param passing whether the same call may do better later
     */
    record Refused(String reason, boolean passing) implements InvocationOutcome {}
}
