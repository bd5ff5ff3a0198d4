package io.laguna.emulator.emr.step;

/** How a step or a bootstrap action ended. */
public sealed interface End {
    /** Its process ended with 0. */
    record Completed() implements End {}

    /**
     * It did not.
     *
     * @param reason in EMR's words
     * @param message the program's own
     * @param exitCode of its process; -1 when there was none
     */
    record Failed(String reason, String message, int exitCode) implements End {}

    /** It was stopped on request. */
    record Stopped() implements End {}
}
