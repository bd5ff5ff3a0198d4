package io.laguna.emulator.emrserverless;

import io.laguna.engines.driver.Drivers;
import io.laguna.engines.driver.Run;
import io.laguna.engines.driver.RunOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.emrserverless.model.Application;
import software.amazon.awssdk.services.emrserverless.model.JobRun;

/** The attempts that have drivers in this process, each watched by a thread until its end is in the state. */
final class Attempts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    private static final Duration CLOSING = Duration.ofSeconds(15);

    private final Drivers drivers;
    private final JobLogs logs;
    private final Endings endings;
    private final Runnable ended;
    private final Map<String, Attempt> running = new ConcurrentHashMap<>();
    private final Map<String, Thread> watchers = new ConcurrentHashMap<>();
    private volatile boolean closing;

    /** @param ended called whenever one has ended */
    Attempts(Drivers drivers, JobLogs logs, Endings endings, Runnable ended) {
        this.drivers = drivers;
        this.logs = logs;
        this.endings = endings;
        this.ended = ended;
    }

    /** Gives a run that is SCHEDULED to a driver. */
    void start(Application application, JobRun run, Submission submission, Workers.Allocation allocation) {
        Run driver;
        try {
            driver = drivers.submit(submission.spark(), logs.folder(run));
        } catch (RuntimeException e) {
            LOG.warn("Job run {} could not be given to a driver", run.jobRunId(), e);
            endings.failed(run, "Job failed: its driver could not be started: " + e.getMessage());
            return;
        }
        Attempt attempt = new Attempt(run, allocation, driver);
        running.put(run.jobRunId(), attempt);
        Thread watcher = new Thread(() -> watch(application, attempt), "serverless-" + run.jobRunId());
        watcher.setDaemon(true);
        watchers.put(run.jobRunId(), watcher);
        watcher.start();
    }

    Optional<Attempt> find(String jobRunId) {
        return Optional.ofNullable(running.get(jobRunId));
    }

    boolean areRunning() {
        return !running.isEmpty();
    }

    /** What the application's runs have. */
    Resources used(String applicationId) {
        return running.values().stream()
                .filter(attempt -> attempt.run().applicationId().equals(applicationId))
                .map(attempt -> attempt.allocation().resources())
                .reduce(Resources.NONE, Resources::plus);
    }

    /** Stops the drivers. What they worked on stays RUNNING in the state: the next opening finds it so. */
    @Override
    public void close() {
        closing = true;
        running.values().forEach(Attempt::stop);
        long deadline = System.nanoTime() + CLOSING.toNanos();
        for (Thread watcher : List.copyOf(watchers.values())) {
            try {
                watcher.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void watch(Application application, Attempt attempt) {
        try {
            RunOutcome outcome = attempt.driver().await();
            if (!closing || outcome instanceof RunOutcome.Succeeded) {
                logs.deliver(application, attempt.run());
                endings.driver(attempt.run(), outcome, attempt.allocation());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("The end of job run {} could not be kept", attempt.run().jobRunId(), e);
        } finally {
            running.remove(attempt.run().jobRunId());
            watchers.remove(attempt.run().jobRunId());
            ended.run();
        }
    }
}
