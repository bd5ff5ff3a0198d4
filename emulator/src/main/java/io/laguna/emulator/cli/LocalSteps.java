package io.laguna.emulator.cli;

import io.laguna.engines.DriverRun;
import io.laguna.engines.Effort;
import io.laguna.engines.RunOutcome;
import io.laguna.engines.SparkDrivers;
import io.laguna.engines.SparkJob;
import io.laguna.pipelines.covid.Step;
import io.laguna.pipelines.covid.StepOutcome;
import io.laguna.pipelines.covid.StepRunner;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Runs a pipeline's steps as Spark drivers of this machine. */
final class LocalSteps implements StepRunner {
    private final SparkDrivers drivers;
    private final Path applications;
    private final Effort effort;
    private final StepDisplay display;
    private final Map<Step, DriverRun> running = new ConcurrentHashMap<>();

    LocalSteps(SparkDrivers drivers, Path applications, Effort effort, StepDisplay display) {
        this.drivers = drivers;
        this.applications = applications;
        this.effort = effort;
        this.display = display;
    }

    @Override
    public StepOutcome run(Step step) throws InterruptedException {
        DriverRun run = drivers.submit(new SparkJob(
                step.name(), applications, step.mainClass(), step.arguments(), effort, step.environment()));
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
        running.values().forEach(DriverRun::stop);
    }
}
