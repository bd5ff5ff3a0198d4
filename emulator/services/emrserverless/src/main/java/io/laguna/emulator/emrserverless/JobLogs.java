package io.laguna.emulator.emrserverless;

import io.laguna.emulator.jobs.Execution;
import io.laguna.emulator.jobs.LogFiles;
import io.laguna.emulator.jobs.LogFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.emrserverless.model.Application;
import software.amazon.awssdk.services.emrserverless.model.ConfigurationOverrides;
import software.amazon.awssdk.services.emrserverless.model.JobRun;
import software.amazon.awssdk.services.emrserverless.model.MonitoringConfiguration;
import software.amazon.awssdk.services.emrserverless.model.S3MonitoringConfiguration;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The logs of drivers, in S3 where that is asked for. They stay in files here too, as in EMR's managed storage.
 *
 * @see <a href="https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/logging.html">Storing logs</a>
 */
final class JobLogs {
    private static final Logger LOG = LoggerFactory.getLogger(JobLogs.class);
    private static final List<String> LOGS = List.of("stdout", "stderr");

    private final S3Client s3;
    private final Path folder;

    /**
     * Creates the logs of all drivers.
     *
     * @param folder the folder in which every attempt has its own
     */
    JobLogs(S3Client s3, Path folder) {
        this.s3 = s3;
        this.folder = folder;
    }

    /** Returns the folder of an attempt's {@code stdout} and {@code stderr} on this machine. */
    Path folder(JobRun run) {
        return folder.resolve(run.applicationId()).resolve(run.jobRunId()).resolve(Integer.toString(run.attempt()));
    }

    /** Creates what runs an attempt and keeps its logs. A log that is not delivered does not change how the run ends. */
    Execution execution(Application application, JobRun run) {
        return new Execution(
                new LogFiles(s3, folder(run), place(application, run), LOGS),
                reason -> LOG.warn("A log of job run {} is not delivered: {}", run.jobRunId(), reason));
    }

    /** Returns the folder of an attempt's logs in S3: one of its own when there may be several attempts. */
    static Optional<LogFolder> place(Application application, JobRun run) {
        return Optional.ofNullable(run.configurationOverrides())
                .map(ConfigurationOverrides::monitoringConfiguration)
                .or(() -> Optional.ofNullable(application.monitoringConfiguration()))
                .map(MonitoringConfiguration::s3MonitoringConfiguration)
                .map(S3MonitoringConfiguration::logUri)
                .flatMap(LogFolder::of)
                .map(logs -> logs.resolve("applications")
                        .resolve(run.applicationId())
                        .resolve("jobs")
                        .resolve(run.jobRunId()))
                .map(job -> Retries.arePossible(run) ? job.resolve("attempts").resolve("" + run.attempt()) : job)
                .map(attempt -> attempt.resolve("SPARK_DRIVER"));
    }
}
