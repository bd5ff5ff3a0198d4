package io.laguna.pipelines.covid;

/** A step of the pipeline failed; the message gives the step, the reason and the log. */
public final class StepFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StepFailedException(Step step, StepOutcome.Failed failure) {
        super("The step " + step.name() + " (" + step.title() + ") failed: " + failure.reason() + "\nIts log: "
                + failure.log());
    }
}
