package io.laguna.emulator.glue.job;

import io.laguna.emulator.jobs.Execution;
import io.laguna.emulator.jobs.Job;
import io.laguna.emulator.jobs.LogFiles;
import io.laguna.engines.driver.Run;
import io.laguna.engines.driver.RunOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run that is prepared, waits for a driver or has one. */
final class Attempt implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    private final RunRecord run;
    private final Preparation preparation;
    private final Execution execution;
    private final Endings endings;
    private final Runnable ended;
    private volatile boolean timedOut;
    private volatile Optional<Instant> startedAt = Optional.empty();

    private Attempt(RunRecord run, Preparation preparation, Execution execution, Endings endings, Runnable ended) {
        this.run = run;
        this.preparation = preparation;
        this.execution = execution;
        this.endings = endings;
        this.ended = ended;
    }

    /**
     * Returns an attempt that has yet to begin.
     *
     * @param folder in which every run has its own
     * @param ended told when the end of the run is in the state
     */
    static Attempt of(RunRecord run, RunSettings settings, Path folder, Endings endings, Runnable ended) {
        Path own = folder.resolve(run.id());
        Preparation preparation = new Preparation(settings, run, own, JobIds.secret());
        Execution execution = new Execution(
                new LogFiles(settings.files().s3(), own, Optional.empty(), List.of()),
                reason -> LOG.warn("A log of job run {} is not delivered: {}", run.id(), reason));
        return new Attempt(run, preparation, execution, endings, ended);
    }

    @Override
    public String id() {
        return run.id();
    }

    @Override
    public Execution execution() {
        return execution;
    }

    @Override
    public RunOutcome run() {
        RunLogs logs = RunLogs.follow(preparation.settings(), run, execution);
        execution.begin(preparation::prepare);
        RunOutcome outcome = execution.end();
        // The dispatcher has not looked at a run that was over at once.
        if (hasStarted()) {
            preparation.noteCost(
                    Duration.between(startedAt.orElseThrow(), Instant.now()).toSeconds());
        }
        logs.finish();
        new SparkUiLog(preparation.settings(), run).deliver(execution.driver().flatMap(Run::applicationId));
        return outcome;
    }

    @Override
    public void keep(RunOutcome outcome) {
        endings.end(run, end(outcome));
    }

    @Override
    public void ended() {
        ended.run();
    }

    RunRecord record() {
        return run;
    }

    /** Returns the secret by which the run's driver reaches the bookmark. */
    String token() {
        return preparation.token();
    }

    boolean hasStarted() {
        boolean started = execution.driver().filter(Run::hasStarted).isPresent();
        if (started && startedAt.isEmpty()) {
            startedAt = Optional.of(Instant.now());
        }
        return started;
    }

    /** Notes that the run is stopped for the time that it has taken. */
    void timesOut() {
        timedOut = true;
    }

    private Endings.End end(RunOutcome outcome) {
        if (outcome instanceof RunOutcome.Succeeded) {
            return new Endings.End.Succeeded();
        }
        if (outcome instanceof RunOutcome.Failed failed) {
            return new Endings.End.Failed(
                    RunFailure.of(run, failed, execution.logs().folder()));
        }
        return timedOut ? new Endings.End.TimedOut() : new Endings.End.Stopped();
    }
}
