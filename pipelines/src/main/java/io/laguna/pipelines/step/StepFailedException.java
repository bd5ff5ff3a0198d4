package io.laguna.pipelines.step;

/** The failure of a step or a query of the pipeline; the message gives the step, the reason and the log. */
public final class StepFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Creates the failure of a stage that ended in another way than by success.
     *
     * @param reason the service's or the job's own words
     * @param log where the whole of them is
     */
    public StepFailedException(Stage stage, String reason, String log) {
        super("The " + stage.kind() + " " + stage.name() + " (" + stage.title() + ") failed: " + reason + "\nIts log: "
                + log);
    }

    /** Creates the failure of a step that never came to run. */
    public StepFailedException(Step step, String reason) {
        super("The step " + step.name() + " (" + step.title() + ") was not run: " + reason);
    }
}
