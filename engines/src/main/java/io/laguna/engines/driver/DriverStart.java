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
 * The start of jobs, in drivers that are ready or in JVMs of their own.
 *
 * @param ready gives a driver that is ready for a job of a region, to be used or ended
 */
record DriverStart(DriverJvm jvm, DriverSettings settings, Function<String, Optional<WarmDriver>> ready) {
    /**
     * The time that a JVM which is ready has to take its job, which it does within milliseconds; one that does not is
     * given up.
     */
    private static final Executor WHEN_OVERDUE = CompletableFuture.delayedExecutor(10, TimeUnit.SECONDS);

    /** The answer to a job's end; exactly one of these methods is called, once. */
    interface Follow {
        /** Takes note that the process that ran the job has ended. */
        void ended(Run.Running process, int exitCode);

        /** Takes note that the process has ended without having taken the job, so that the job has not run. */
        void notTaken();
    }

    /**
     * Starts a job.
     *
     * @throws EngineFailure when the job cannot be run here
     */
    void start(Run run, SparkSubmission submission, Follow follow) {
        OptionalInt webPort = OptionalInt.of(Ports.claim("spark-ui", 0));
        Scratch scratch = Scratch.make(jvm.workspace());
        try {
            DriverPlan plan = plan(run, submission, scratch, webPort);
            Python.of(jvm.workspace())
                    .makeUserSite(submission.environment().home().orElse(scratch.work()));
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
            driver.handOver(
                    plan.words(),
                    submission.workingFolder(),
                    submission.environment().home(),
                    run.output(),
                    run.error());
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
        } else {
            own.putAll(ExecutorLogs.properties(run.output().getParent()));
        }
        SparkSubmission packed = new NodePackages(jvm.workspace()).in(submission);
        SparkSubmission here = new NodeWords(new NodeFiles(jvm.workspace())).in(packed, scratch.folder());
        return DriverPlan.of(here, settings, Python.of(jvm.workspace()), run.yarn(), own, scratch.folder());
    }
}
