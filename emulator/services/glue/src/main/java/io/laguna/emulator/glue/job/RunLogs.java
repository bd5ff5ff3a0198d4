package io.laguna.emulator.glue.job;

import io.laguna.emulator.kit.work.Worker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/**
 * The outputs of a run on their way into CloudWatch Logs, while the run goes on.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/monitor-continuous-logging.html">Logging for jobs</a>
 */
final class RunLogs {
    private static final Logger LOG = LoggerFactory.getLogger(RunLogs.class);
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final RunRecord run;
    private final List<LogTail> tails;
    private final Worker worker;

    private RunLogs(RunRecord run, List<LogTail> tails) {
        this.run = run;
        this.tails = tails;
        this.worker = new Worker("glue-logs-" + run.id(), () -> {
            tails.forEach(tail -> tail.move(false));
            return Optional.of(BEAT);
        });
    }

    /** Begins to follow the outputs of a run. */
    static RunLogs follow(RunSettings settings, RunRecord run, Path folder) {
        CloudWatchLogsClient logs = settings.logs().apply(run.caller());
        RunLogs following = new RunLogs(run, tails(logs, run, folder));
        following.worker.start();
        return following;
    }

    /** Delivers what is left. Logs that cannot be delivered do not change how the run ends. */
    void finish() {
        worker.close();
        try {
            tails.forEach(tail -> tail.move(true));
        } catch (RuntimeException e) {
            LOG.warn("The logs of job run {} are not whole", run.id(), e);
        }
    }

    private static List<LogTail> tails(CloudWatchLogsClient logs, RunRecord run, Path folder) {
        Arguments arguments = Arguments.of(run);
        Path output = folder.resolve("stdout");
        Path error = folder.resolve("stderr");
        Path notes = folder.resolve(Preparation.NOTES);
        if (Kind.of(run.job().command()) == Kind.PYTHON_SHELL) {
            LogTail.Place place = new LogTail.Place("/aws-glue/python-jobs/error", run.id());
            return List.of(
                    new LogTail(logs, new LogTail.Place("/aws-glue/python-jobs/output", run.id()), output),
                    new LogTail(logs, place, notes),
                    new LogTail(logs, place, error));
        }
        boolean newer = GlueVersion.of(run.job().glueVersion()).isAtLeast(GlueVersion.V5_0);
        String group = arguments
                .value(Parameter.LOG_GROUP_PREFIX)
                .filter(given -> newer)
                .orElse("/aws-glue/jobs");
        String stream = newer ? arguments.value(Parameter.LOG_STREAM_PREFIX).orElse(run.id()) + "-driver" : run.id();
        LogTail.Place errors = new LogTail.Place(group + "/error", stream);
        List<LogTail> tails = new ArrayList<>(List.of(
                new LogTail(logs, new LogTail.Place(group + "/output", stream), output),
                new LogTail(logs, errors, notes),
                new LogTail(logs, errors, error)));
        if (!newer && arguments.isTrue(Parameter.CONTINUOUS_LOG)) {
            LogTail.Place continuous = new LogTail.Place(
                    arguments.value(Parameter.CONTINUOUS_GROUP).orElse("/aws-glue/jobs/logs-v2"),
                    arguments.value(Parameter.CONTINUOUS_STREAM).orElse(run.id()) + "-driver");
            tails.add(new LogTail(logs, continuous, error));
        }
        return List.copyOf(tails);
    }
}
