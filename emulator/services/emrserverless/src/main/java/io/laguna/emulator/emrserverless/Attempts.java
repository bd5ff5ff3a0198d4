package io.laguna.emulator.emrserverless;

import io.laguna.emulator.jobs.Execution;
import io.laguna.emulator.jobs.RunningJobs;
import io.laguna.engines.driver.Drivers;
import java.util.Optional;
import software.amazon.awssdk.services.emrserverless.model.Application;
import software.amazon.awssdk.services.emrserverless.model.JobRun;

/** The attempts of job runs that have drivers in this process. A driver ends with Laguna, on the cluster too. */
final class Attempts implements AutoCloseable {
    private final Drivers drivers;
    private final JobLogs logs;
    private final Endings endings;
    private final Runnable ended;
    private final RunningJobs<Attempt> running = new RunningJobs<>("serverless", Execution::stop);

    /**
     * Creates the attempts, of which none runs.
     *
     * @param ended called whenever one has ended
     */
    Attempts(Drivers drivers, JobLogs logs, Endings endings, Runnable ended) {
        this.drivers = drivers;
        this.logs = logs;
        this.endings = endings;
        this.ended = ended;
    }

    /** Gives a job run that is SCHEDULED to a driver: those that are given first are first in the queue. */
    void start(Application application, JobRun run, Submission submission, Workers.Allocation allocation) {
        Execution execution = logs.execution(application, run);
        execution.begin(() -> () -> drivers.submit(submission.spark(), logs.folder(run)));
        running.begin(new Attempt(run, allocation, execution, endings, ended));
    }

    Optional<Attempt> find(String jobRunId) {
        return running.find(jobRunId);
    }

    /** Stops the driver of a job run, without waiting for it. */
    void stop(String jobRunId) {
        running.stop(jobRunId);
    }

    boolean areRunning() {
        return !running.all().isEmpty();
    }

    /** Returns the resources that the job runs of an application have. */
    Resources used(String applicationId) {
        return running.all().stream()
                .filter(attempt -> attempt.jobRun().applicationId().equals(applicationId))
                .map(attempt -> attempt.allocation().resources())
                .reduce(Resources.NONE, Resources::plus);
    }

    /** Stops the drivers. Their job runs stay RUNNING in the state: the next opening finds them so. */
    @Override
    public void close() {
        running.close();
    }
}
