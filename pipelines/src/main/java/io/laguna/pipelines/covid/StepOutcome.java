package io.laguna.pipelines.covid;

/** How a step ended. */
public sealed interface StepOutcome {
    record Succeeded() implements StepOutcome {}

    /**
     * The job ran and failed, or was stopped.
     *
     * @param reason the job's own last words
     * @param log where the whole of them is
     */
    record Failed(String reason, String log) implements StepOutcome {}
}
