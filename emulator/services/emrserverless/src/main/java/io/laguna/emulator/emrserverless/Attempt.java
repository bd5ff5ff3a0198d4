package io.laguna.emulator.emrserverless;

import io.laguna.emulator.jobs.Execution;
import io.laguna.emulator.jobs.Job;
import io.laguna.engines.driver.Run;
import io.laguna.engines.driver.RunOutcome;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.services.emrserverless.model.JobRun;

/** An attempt of a job run that has a driver, or is in the queue for one. */
final class Attempt implements Job {
    private final JobRun run;
    private final Workers.Allocation allocation;
    private final Execution execution;
    private final Endings endings;
    private final Runnable ended;
    private final AtomicBoolean learned = new AtomicBoolean();

    /**
     * Creates an attempt.
     *
     * @param execution runs the attempt, which has been given to a driver
     * @param ended told when the end of the attempt is in the state
     */
    Attempt(JobRun run, Workers.Allocation allocation, Execution execution, Endings endings, Runnable ended) {
        this.run = run;
        this.allocation = allocation;
        this.execution = execution;
        this.endings = endings;
        this.ended = ended;
    }

    @Override
    public String id() {
        return run.jobRunId();
    }

    @Override
    public Execution execution() {
        return execution;
    }

    @Override
    public RunOutcome run() {
        return execution.end();
    }

    @Override
    public void keep(RunOutcome outcome) {
        endings.driver(run, outcome, allocation);
    }

    @Override
    public void ended() {
        ended.run();
    }

    JobRun jobRun() {
        return run;
    }

    Workers.Allocation allocation() {
        return allocation;
    }

    boolean hasStarted() {
        return execution.driver().filter(Run::hasStarted).isPresent();
    }

    /** Returns Spark's id of the attempt, to whoever asks first after it is known. */
    Optional<String> learned() {
        return execution.driver().flatMap(Run::applicationId).filter(id -> learned.compareAndSet(false, true));
    }
}
