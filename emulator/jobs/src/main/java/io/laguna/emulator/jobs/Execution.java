package io.laguna.emulator.jobs;

import io.laguna.engines.driver.Run;
import io.laguna.engines.driver.RunOutcome;
import io.laguna.engines.process.EngineFailure;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A job at work: its driver, from the start to the outcome, and its log files, which go to S3 after that. A job that
 * cannot be started has failed, with the reason.
 */
public final class Execution {
    private static final Logger LOG = LoggerFactory.getLogger(Execution.class);

    private final LogFiles logs;
    private final JobReport report;
    private Optional<Run> driver = Optional.empty();
    private Optional<Consumer<Run>> ending = Optional.empty();
    private Optional<RunOutcome> withoutDriver = Optional.empty();

    /** Creates an execution that has yet to begin. */
    public Execution(LogFiles logs, JobReport report) {
        this.logs = logs;
        this.report = report;
    }

    /**
     * Prepares the job, which may take its time, and gives it to a driver, unless it has been stopped by then.
     *
     * @param preparation returns what gives the job to a driver
     */
    public void begin(Supplier<Supplier<Run>> preparation) {
        attempt(() -> give(preparation.get()));
    }

    /** Takes over a driver that an earlier process of Laguna started. */
    public void follow(Supplier<Run> found) {
        attempt(() -> {
            Run run = found.get();
            Optional<Consumer<Run>> how;
            synchronized (this) {
                driver = Optional.of(run);
                how = ending;
            }
            how.ifPresent(end -> end.accept(run));
        });
    }

    /** Waits until the job has ended, and returns how. Its log files are in S3 then. */
    public RunOutcome end() {
        RunOutcome outcome = outcome();
        try {
            report.ended(outcome);
            logs.deliver(report::undelivered);
        } catch (RuntimeException e) {
            LOG.error("The logs in {} are not whole", logs.folder(), e);
        }
        return outcome;
    }

    /** Stops the job now, or as soon as it begins. Returns when nothing of it runs any more. */
    public void stop() {
        endBy(Run::stop);
    }

    /** Stops what of the job is on this machine, now or as soon as it begins. A driver on the cluster goes on. */
    public void leave() {
        endBy(Run::leave);
    }

    /** Returns the driver of a job that has been given to one. */
    public synchronized Optional<Run> driver() {
        return driver;
    }

    /** Returns the address of Spark's web page on the job, while it runs and has one. */
    public Optional<URI> webUi() {
        return driver().flatMap(Run::webUi);
    }

    /** Returns the log files of the job. */
    public LogFiles logs() {
        return logs;
    }

    private synchronized void give(Supplier<Run> begin) {
        if (ending.isPresent()) {
            withoutDriver = Optional.of(new RunOutcome.Stopped());
        } else {
            driver = Optional.of(begin.get());
        }
    }

    private void endBy(Consumer<Run> how) {
        Optional<Run> running;
        synchronized (this) {
            ending = Optional.of(how);
            running = driver;
        }
        running.ifPresent(how);
    }

    private void attempt(Runnable start) {
        try {
            start.run();
        } catch (EngineFailure e) {
            withoutDriver = Optional.of(notStarted(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("The job in {} could not be started", logs.folder(), e);
            withoutDriver = Optional.of(notStarted(e.toString()));
        }
    }

    private RunOutcome outcome() {
        if (withoutDriver.isPresent()) {
            return withoutDriver.get();
        }
        try {
            return driver().orElseThrow().await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
            return new RunOutcome.Stopped();
        }
    }

    private static RunOutcome notStarted(String reason) {
        return new RunOutcome.Failed(RunOutcome.Kind.NOT_STARTED, -1, reason);
    }
}
