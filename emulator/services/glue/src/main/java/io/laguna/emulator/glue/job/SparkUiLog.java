package io.laguna.emulator.glue.job;

import io.laguna.engines.process.EngineFailure;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The event log of a run, from which Spark's history server makes its web page. It is put where the job says.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/monitor-spark-ui-jobs.html">Spark UI</a>
 */
record SparkUiLog(RunSettings settings, RunRecord run) {
    private static final Logger LOG = LoggerFactory.getLogger(SparkUiLog.class);

    /** Puts the log of an application that has ended. One that cannot be put does not change how the run ends. */
    void deliver(Optional<String> applicationId) {
        Optional<String> folder = Arguments.of(run).value(Parameter.EVENT_LOGS);
        Optional<Path> log = applicationId.flatMap(settings.eventLogs()::of);
        if (folder.isPresent() && log.isPresent()) {
            try {
                settings.files().put(log.get(), folder.get(), applicationId.orElseThrow());
            } catch (SdkException | EngineFailure e) {
                LOG.warn("The event log of job run {} is not put into {}", run.id(), folder.get(), e);
            }
        }
    }
}
