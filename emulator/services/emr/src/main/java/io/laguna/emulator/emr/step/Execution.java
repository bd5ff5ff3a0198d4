package io.laguna.emulator.emr.step;

import io.laguna.emulator.jobs.LogFolder;
import io.laguna.engines.driver.Command;
import io.laguna.engines.driver.Drivers;
import io.laguna.engines.driver.JobEnvironment;
import io.laguna.engines.driver.Run;
import io.laguna.engines.driver.RunOutcome;
import io.laguna.engines.process.EngineFailure;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.S3Client;

/** One program of a cluster at work, with its log files. */
public final class Execution {
    /** In which EMR reports what it has no name for. */
    private static final String UNKNOWN = "Unknown Error.";

    private static final List<String> OUTPUTS = List.of("stdout", "stderr");

    private final Drivers drivers;
    private final S3Client s3;
    private final Path folder;
    private final Optional<LogFolder> logs;
    private Optional<Run> run = Optional.empty();
    private Optional<Consumer<Run>> ending = Optional.empty();

    /**
     * Prepares a run.
     *
     * @param folder of its log files
     * @param logs where they go in S3 when it has ended
     */
    public Execution(Drivers drivers, S3Client s3, Path folder, Optional<LogFolder> logs) {
        this.drivers = drivers;
        this.s3 = s3;
        this.folder = folder;
        this.logs = logs;
    }

    /** Runs the program to its end; when this returns, its logs are where they belong. */
    public End run(Supplier<Program> preparation) {
        ControllerLog controller = ControllerLog.in(folder);
        return finish(controller, () -> prepared(preparation.get(), controller));
    }

    /** Waits for the end of a program that runs on the cluster since an earlier process began it; the rest is the same. */
    public End follow() {
        ControllerLog controller = ControllerLog.continued(folder);
        return finish(controller, () -> {
            controller.info("Laguna has started again and follows the application on YARN");
            return new Prepared.Running(
                    drivers.follow(folder).orElseThrow(() -> new EngineFailure("YARN does not know it any more.")));
        });
    }

    private End finish(ControllerLog controller, Supplier<Prepared> preparation) {
        long begun = System.nanoTime();
        End end = end(preparation, controller);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        String seconds = took.toSeconds() + " seconds";
        if (end instanceof End.Completed) {
            controller.info("Step succeeded with exitCode 0 and took " + seconds);
        } else if (end instanceof End.Failed failed) {
            controller.warn("Step failed with exitCode " + failed.exitCode() + " and took " + seconds + ": "
                    + failed.message());
        } else {
            controller.warn("Step was stopped after " + seconds);
        }
        deliver(controller);
        return end;
    }

    /** Where the failure of the program is to be read. */
    public String errorLog() {
        return logs.map(to -> to.uri("stderr"))
                .orElseGet(() -> folder.resolve("stderr").toString());
    }

    /** Stops it now, or as soon as it begins. Returns when nothing of it runs any more. */
    public void stop() {
        endBy(Run::stop);
    }

    /** The same with what of it is on this machine: what is on the cluster goes on. */
    public void leave() {
        endBy(Run::leave);
    }

    private void endBy(Consumer<Run> how) {
        Optional<Run> running;
        synchronized (this) {
            ending = Optional.of(how);
            running = run;
        }
        running.ifPresent(how);
    }

    /**
     * Brings the logs of the containers that it had on YARN to S3, in the background: YARN collects them when an
     * application has ended.
     */
    public void collectContainerLogs(LogFolder to) {
        Optional<Run> ended;
        synchronized (this) {
            ended = run;
        }
        for (String application : ended.map(Run::applicationIds).orElse(List.of())) {
            drivers.run(
                    new Command(
                            "container-logs",
                            List.of("container-logs", application, to.uri()),
                            JobEnvironment.LAKE,
                            folder),
                    folder.resolve("container-logs").resolve(application));
        }
    }

    /** Spark's web page on it, while it runs and has one. */
    public synchronized Optional<URI> webUi() {
        return run.flatMap(Run::webUi);
    }

    /** What there is to wait for. */
    private sealed interface Prepared {
        record Refused(String reason) implements Prepared {}

        record Ready(Supplier<Run> begin) implements Prepared {}

        record Running(Run run) implements Prepared {}
    }

    private End end(Supplier<Prepared> preparation, ControllerLog controller) {
        try {
            Prepared prepared = preparation.get();
            if (prepared instanceof Prepared.Refused refused) {
                return new End.Failed(refused.reason(), refused.reason(), -1);
            }
            Run started;
            Optional<Consumer<Run>> toEnd;
            synchronized (this) {
                toEnd = ending;
                if (prepared instanceof Prepared.Running running) {
                    started = running.run();
                } else if (toEnd.isPresent()) {
                    return new End.Stopped();
                } else {
                    started = ((Prepared.Ready) prepared).begin().get();
                }
                run = Optional.of(started);
            }
            toEnd.ifPresent(how -> how.accept(started));
            return end(started.await(), controller);
        } catch (EngineFailure e) {
            return new End.Failed("The program could not be started.", e.getMessage(), -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
            return new End.Stopped();
        }
    }

    private Prepared prepared(Program program, ControllerLog controller) {
        if (program instanceof Program.Refused refused) {
            return new Prepared.Refused(refused.reason());
        }
        controller.info("startExec '" + Redaction.line(program.words()) + "'");
        controller.info("redirectOutput to " + folder.resolve("stdout"));
        controller.info("redirectError to " + folder.resolve("stderr"));
        if (program instanceof Program.Spark spark) {
            return new Prepared.Ready(() -> drivers.submit(spark.submission(), folder));
        }
        return new Prepared.Ready(() -> drivers.run(((Program.Plain) program).command(), folder));
    }

    private static End end(RunOutcome outcome, ControllerLog controller) {
        if (outcome instanceof RunOutcome.Succeeded) {
            controller.info("waitProcessCompletion ended with exit code 0");
            return new End.Completed();
        }
        if (outcome instanceof RunOutcome.Failed failed) {
            controller.warn("waitProcessCompletion ended with exit code " + failed.exitCode());
            return new End.Failed(UNKNOWN, failed.reason(), failed.exitCode());
        }
        return new End.Stopped();
    }

    /** Ends the logs of a run whose process died with the one that began it. */
    public void abandoned(String reason) {
        ControllerLog controller = ControllerLog.continued(folder);
        controller.warn(reason);
        deliver(controller);
    }

    private void deliver(ControllerLog controller) {
        logs.ifPresent(to -> {
            for (String output : OUTPUTS) {
                Path file = folder.resolve(output);
                if (Files.exists(file)) {
                    to.put(s3, output, file).ifPresent(controller::warn);
                }
            }
            to.put(s3, "controller", folder.resolve("controller")).ifPresent(controller::warn);
        });
    }
}
