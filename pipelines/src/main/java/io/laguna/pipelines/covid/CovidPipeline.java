package io.laguna.pipelines.covid;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The order of the pipeline's Spark jobs, after cases have been ingested: population and cases are independent, and so
 * are marts and model; the report shows them all.
 */
public final class CovidPipeline {
    private final CovidSteps steps;
    private final StepRunner runner;

    public CovidPipeline(Zones zones, Source source, StepRunner runner) {
        this.steps = new CovidSteps(zones, source);
        this.runner = runner;
    }

    /**
     * Runs every step.
     *
     * @throws StepFailedException at the first step that fails; steps that need it do not run
     */
    public void run() {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            together(threads, steps.extractPopulation(), steps.cleanCases());
            together(threads, steps.buildMarts(), steps.trainRecoveryModel());
            runStep(steps.buildReport());
        } finally {
            threads.shutdownNow();
        }
    }

    private void together(ExecutorService threads, Step one, Step other) {
        try {
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> runStep(one), threads),
                            CompletableFuture.runAsync(() -> runStep(other), threads))
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw e;
        }
    }

    private void runStep(Step step) {
        try {
            if (runner.run(step) instanceof StepOutcome.Failed failure) {
                throw new StepFailedException(step, failure);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailedException(step, new StepOutcome.Failed("interrupted", "none"));
        }
    }
}
