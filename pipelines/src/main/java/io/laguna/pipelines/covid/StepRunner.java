package io.laguna.pipelines.covid;

/** Runs the Spark jobs of a pipeline, wherever that is. */
public interface StepRunner {
    /** Runs a step to its end. Several steps may run at once. */
    StepOutcome run(Step step) throws InterruptedException;
}
