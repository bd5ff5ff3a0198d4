package io.laguna.engines.driver;

import io.laguna.engines.process.ChildProcess;
import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Brings jobs into drivers that are ready, or into JVMs of their own.
 *
 * @param ready gives a driver that is ready for a job of a region, to be used or ended
 */
record DriverStart(DriverJvm jvm, DriverSettings settings, Function<String, Optional<WarmDriver>> ready) {
    /** A JVM that is ready takes its job within milliseconds; one that does not is given up. */
    private static final Executor WHEN_OVERDUE = CompletableFuture.delayedExecutor(10, TimeUnit.SECONDS);

    /** What becomes of a job; exactly one of these is called, once. */
    interface Follow {
        /** The process that ran it has ended. */
        void ended(Run.Running process, int exitCode);

        /** Its process has ended without having taken it: it has not run. */
        void notTaken();
    }

    /** @throws EngineFailure when the job cannot be run here */
    void start(Run run, SparkSubmission submission, Follow follow) {
        OptionalInt webPort = OptionalInt.of(Ports.claim("spark-ui", 0));
        Scratch scratch = Scratch.make(jvm.workspace());
        try {
            DriverPlan plan = plan(run, submission, scratch, webPort);
            Optional<WarmDriver> driver =
                    plan.isPlain() ? ready.apply(submission.environment().region()) : Optional.empty();
            if (driver.isPresent() && handOver(run, submission, driver.get(), webPort, follow)) {
                scratch.clear();
                return;
            }
            Files.deleteIfExists(run.output());
            Files.deleteIfExists(run.error());
            Path folder = submission.workingFolder().orElse(scratch.work());
            Files.createDirectories(folder);
            ChildProcess process =
                    jvm.submit(plan, submission.environment(), scratch, folder, run.output(), run.error());
            Run.Running now = new Run.Running(process, scratch, webPort);
            run.started(now);
            process.whenEnded(exitCode -> follow.ended(now, exitCode));
        } catch (IOException e) {
            scratch.clear();
            throw new UncheckedIOException("Cannot write " + run.output() + ", or make the working folder", e);
        } catch (EngineFailure e) {
            scratch.clear();
            throw e;
        }
    }

    private boolean handOver(
            Run run, SparkSubmission submission, WarmDriver driver, OptionalInt webPort, Follow follow) {
        try {
            DriverPlan plan = plan(run, submission, driver.scratch(), webPort);
            driver.handOver(plan.words(), submission.workingFolder(), run.output(), run.error());
        } catch (IOException e) {
            // The run's folder is on another disk, its working folder has files, or the driver's is gone.
            driver.process().stop();
            driver.scratch().clear();
            return false;
        }
        Run.Running now = new Run.Running(driver.process(), driver.scratch(), webPort);
        run.started(now);
        driver.process().whenEnded(exitCode -> {
            if (driver.withdraw()) {
                driver.scratch().clear();
                follow.notTaken();
            } else {
                follow.ended(now, exitCode);
            }
        });
        WHEN_OVERDUE.execute(() -> {
            if (driver.withdraw()) {
                driver.process().stop();
            }
        });
        return true;
    }

    private DriverPlan plan(Run run, SparkSubmission submission, Scratch scratch, OptionalInt webPort) {
        Map<String, String> own = new LinkedHashMap<>();
        own.put("spark.ui.enabled", "true");
        webPort.ifPresent(port -> own.put("spark.ui.port", Integer.toString(port)));
        if (run.yarn().isEmpty()) {
            // A cluster has its own place for them.
            own.put("spark.eventLog.enabled", "true");
            own.put("spark.eventLog.rolling.enabled", "false");
            own.put("spark.eventLog.dir", scratch.events().toUri().toString());
        }
        return DriverPlan.of(submission, settings, run.yarn(), own, scratch.folder());
    }
}
