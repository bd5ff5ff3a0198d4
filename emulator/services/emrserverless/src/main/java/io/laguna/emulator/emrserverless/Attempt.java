package io.laguna.emulator.emrserverless;

import io.laguna.engines.driver.Run;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.services.emrserverless.model.JobRun;

/** An attempt that has a driver, or is in the queue for one. */
final class Attempt {
    private final JobRun run;
    private final Workers.Allocation allocation;
    private final Run driver;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicBoolean learned = new AtomicBoolean();

    Attempt(JobRun run, Workers.Allocation allocation, Run driver) {
        this.run = run;
        this.allocation = allocation;
        this.driver = driver;
    }

    JobRun run() {
        return run;
    }

    Workers.Allocation allocation() {
        return allocation;
    }

    Run driver() {
        return driver;
    }

    /** Spark's id of it, to whoever asks first after it is known. */
    Optional<String> learned() {
        return driver.applicationId().filter(id -> learned.compareAndSet(false, true));
    }

    /** Stops the driver, which takes seconds, without waiting for it. */
    void stop() {
        if (stopping.compareAndSet(false, true)) {
            Thread stopper = new Thread(driver::stop, "serverless-stop-" + run.jobRunId());
            stopper.setDaemon(true);
            stopper.start();
        }
    }
}
