package io.laguna.emulator.cli;

import io.laguna.engines.Drivers;
import io.laguna.engines.JobEnvironment;
import io.laguna.engines.Run;
import io.laguna.engines.RunOutcome;
import io.laguna.engines.SparkSubmission;
import io.laguna.pipelines.covid.Step;
import io.laguna.pipelines.covid.StepOutcome;
import io.laguna.pipelines.covid.StepRunner;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Runs a pipeline's steps as Spark drivers of this machine. */
final class LocalSteps implements StepRunner {
    private final Drivers drivers;
    private final Path applications;
    private final StepDisplay display;
    private final Map<Step, Run> running = new ConcurrentHashMap<>();

    LocalSteps(Drivers drivers, Path applications, StepDisplay display) {
        this.drivers = drivers;
        this.applications = applications;
        this.display = display;
    }

    @Override
    public StepOutcome run(Step step) throws InterruptedException {
        Run run = drivers.submit(SparkSubmission.of(
                step.name(),
                applications,
                step.mainClass(),
                step.arguments(),
                JobEnvironment.LAKE.withVariables(step.environment())));
        running.put(step, run);
        display.started(step, run);
        RunOutcome outcome = run.await();
        running.remove(step);
        display.ended(step, outcome);
        return outcome.failure()
                .<StepOutcome>map(
                        reason -> new StepOutcome.Failed(reason, run.error().toString()))
                .orElseGet(StepOutcome.Succeeded::new);
    }

    /** Stops every driver that runs. */
    void stopAll() {
        running.values().forEach(Run::stop);
    }
}
