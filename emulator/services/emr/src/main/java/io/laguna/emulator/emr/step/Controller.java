package io.laguna.emulator.emr.step;

import io.laguna.emulator.jobs.Execution;
import io.laguna.emulator.jobs.LogFiles;
import io.laguna.emulator.jobs.LogFolder;
import io.laguna.engines.driver.Command;
import io.laguna.engines.driver.Drivers;
import io.laguna.engines.driver.JobEnvironment;
import io.laguna.engines.driver.Run;
import io.laguna.engines.process.EngineFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.S3Client;

/** The controller of a step or a bootstrap action: it gives the program to the drivers, and says so in its log. */
public final class Controller {
    private static final List<String> LOGS = List.of("stdout", "stderr", "syslog", ControllerLog.NAME);

    private final Drivers drivers;
    private final Path folder;
    private final ControllerLog log;
    private final Execution execution;

    /**
     * Creates the controller of a program that has yet to begin.
     *
     * @param folder the folder of the program's log files
     * @param place where they go in S3 when the program has ended
     */
    public Controller(Drivers drivers, S3Client s3, Path folder, Optional<LogFolder> place) {
        this.drivers = drivers;
        this.folder = folder;
        this.log = new ControllerLog(folder);
        this.execution = new Execution(new LogFiles(s3, folder, place, LOGS), log);
    }

    /** Returns the program at work. */
    public Execution execution() {
        return execution;
    }

    /**
     * Begins a program.
     *
     * @param notes what the reader of the log has to know about this machine
     */
    public void begin(List<String> notes, Supplier<Program> preparation) {
        execution.begin(() -> {
            log.begin();
            notes.forEach(log::info);
            return prepared(preparation.get());
        });
    }

    /** Takes over a program that runs on the cluster since an earlier process of Laguna began it. */
    public void follow() {
        execution.follow(() -> {
            log.info("Laguna has started again and follows the application on YARN");
            return drivers.follow(folder).orElseThrow(() -> new EngineFailure("YARN does not know it any more."));
        });
    }

    /** Ends the logs of a program whose process died with the one that began it. */
    public void abandon(String reason) {
        log.warn(reason);
        execution.logs().deliver(log::undelivered);
    }

    /**
     * Brings the logs of the program's containers on YARN to S3, in the background: YARN collects them when an
     * application has ended.
     */
    public void collectContainerLogs(LogFolder to) {
        execution
                .driver()
                .flatMap(Run::applicationTag)
                .ifPresent(tag -> drivers.run(
                        new Command(
                                "container-logs",
                                List.of("container-logs", tag, to.uri()),
                                JobEnvironment.LAKE,
                                folder),
                        folder.resolve("container-logs")));
    }

    private Supplier<Run> prepared(Program program) {
        if (program instanceof Program.Refused refused) {
            throw new EngineFailure(refused.reason());
        }
        log.info("startExec '" + Redaction.line(program.words()) + "'");
        log.info("redirectOutput to " + folder.resolve("stdout"));
        log.info("redirectError to " + folder.resolve("stderr"));
        return program instanceof Program.Spark spark
                ? () -> drivers.submit(spark.submission(), folder)
                : () -> drivers.run(((Program.Plain) program).command(), folder);
    }
}
