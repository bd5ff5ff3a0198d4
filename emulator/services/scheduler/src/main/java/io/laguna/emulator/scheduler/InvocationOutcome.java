package io.laguna.emulator.scheduler;

/** How an attempt to call a target ended. */
sealed interface InvocationOutcome {
    /**
     * The target took the call.
     *
     * @param answer its response as JSON
     */
    record Accepted(String answer) implements InvocationOutcome {}

    /**
     * It did not.
     *
     * @param passing whether the same call may do better later
     */
    record Refused(String reason, boolean passing) implements InvocationOutcome {}
}
