package io.laguna.emulator.emr.step;

import io.laguna.emulator.job.LogFolder;
import io.laguna.engines.Drivers;
import io.laguna.engines.EngineFailure;
import io.laguna.engines.Run;
import io.laguna.engines.RunOutcome;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
    private boolean stopped;

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
        Optional<Run> running;
        synchronized (this) {
            stopped = true;
            running = run;
        }
        running.ifPresent(Run::stop);
    }

    /** Spark's web page on it, while it runs and has one. */
    public synchronized Optional<URI> webUi() {
        return run.flatMap(Run::webUi);
    }

    private End end(Supplier<Program> preparation, ControllerLog controller) {
        try {
            Program program = preparation.get();
            if (program instanceof Program.Refused refused) {
                return new End.Failed(refused.reason(), refused.reason(), -1);
            }
            controller.info("startExec '" + Redaction.line(program.words()) + "'");
            controller.info("redirectOutput to " + folder.resolve("stdout"));
            controller.info("redirectError to " + folder.resolve("stderr"));
            Run started;
            synchronized (this) {
                if (stopped) {
                    return new End.Stopped();
                }
                started = start(program);
                run = Optional.of(started);
            }
            return end(started.await(), controller);
        } catch (EngineFailure e) {
            return new End.Failed("The program could not be started.", e.getMessage(), -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
            return new End.Stopped();
        }
    }

    private Run start(Program program) {
        if (program instanceof Program.Spark spark) {
            return drivers.submit(spark.submission(), folder);
        }
        if (program instanceof Program.Plain plain) {
            return drivers.run(plain.command(), folder);
        }
        throw new IllegalArgumentException("Nothing to run: " + program);
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
