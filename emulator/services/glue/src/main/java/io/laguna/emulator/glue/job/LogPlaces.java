package io.laguna.emulator.glue.job;

import io.laguna.emulator.glue.job.LogTail.Place;
import io.laguna.engines.driver.ExecutorLogs.Executor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/**
 * The log streams of a run: those of its driver, {@code jobrunid-driver}, and of its executors,
 * {@code jobrunid-executorNum}.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/monitor-continuous-logging.html">Logging for jobs</a>
 */
final class LogPlaces {
    private static final String DRIVER = "driver";

    private final CloudWatchLogsClient logs;
    private final RunRecord run;
    private final Arguments arguments;
    private final boolean isShell;
    private final boolean isNewer;

    LogPlaces(CloudWatchLogsClient logs, RunRecord run) {
        this.logs = logs;
        this.run = run;
        this.arguments = Arguments.of(run);
        this.isShell = Kind.of(run.job().command()) == Kind.PYTHON_SHELL;
        this.isNewer = !isShell && GlueVersion.of(run.job().glueVersion()).isAtLeast(GlueVersion.V5_0);
    }

    /** Returns what carries the outputs of the driver, or of a Python shell, from the run's folder to their streams. */
    List<LogTail> ofDriver(Path folder) {
        Path output = folder.resolve("stdout");
        Path error = folder.resolve("stderr");
        Place errors = new Place(group() + "/error", isNewer ? stream(DRIVER) : run.id());
        List<LogTail> tails = new ArrayList<>(List.of(
                new LogTail(logs, new Place(group() + "/output", errors.stream()), output),
                new LogTail(logs, errors, folder.resolve(Preparation.NOTES)),
                new LogTail(logs, errors, error)));
        continuous(DRIVER).ifPresent(place -> tails.add(new LogTail(logs, place, error)));
        return tails;
    }

    /**
     * Returns what carries the outputs of an executor. Before Glue 5.0 they are in the streams of continuous logging
     * alone.
     */
    List<LogTail> ofExecutor(Executor executor) {
        if (isNewer) {
            String stream = stream(executor.number());
            return List.of(
                    new LogTail(logs, new Place(group() + "/output", stream), executor.stdout()),
                    new LogTail(logs, new Place(group() + "/error", stream), executor.stderr()));
        }
        return continuous(executor.number()).stream()
                .map(place -> new LogTail(logs, place, executor.stderr()))
                .toList();
    }

    private String group() {
        return isShell
                ? "/aws-glue/python-jobs"
                : arguments
                        .value(Parameter.LOG_GROUP_PREFIX)
                        .filter(given -> isNewer)
                        .orElse("/aws-glue/jobs");
    }

    private String stream(String process) {
        return arguments.value(Parameter.LOG_STREAM_PREFIX).orElse(run.id()) + "-" + process;
    }

    private Optional<Place> continuous(String process) {
        if (isShell || isNewer || !arguments.isTrue(Parameter.CONTINUOUS_LOG)) {
            return Optional.empty();
        }
        return Optional.of(new Place(
                arguments.value(Parameter.CONTINUOUS_GROUP).orElse("/aws-glue/jobs/logs-v2"),
                arguments.value(Parameter.CONTINUOUS_STREAM).orElse(run.id()) + "-" + process));
    }
}
