package io.laguna.emulator.emrserverless;

import io.laguna.emulator.jobs.LogFolder;
import java.nio.file.Files;
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

    private final S3Client s3;
    private final Path folder;

    /** @param folder with a folder for every attempt */
    JobLogs(S3Client s3, Path folder) {
        this.s3 = s3;
        this.folder = folder;
    }

    /** Where an attempt's {@code stdout} and {@code stderr} are on this machine. */
    Path folder(JobRun run) {
        return folder.resolve(run.applicationId()).resolve(run.jobRunId()).resolve(Integer.toString(run.attempt()));
    }

    /** Puts what there is into S3. What cannot be put there does not change how the run ended. */
    void deliver(Application application, JobRun run) {
        place(application, run).ifPresent(place -> List.of("stdout", "stderr").forEach(name -> {
            Path file = folder(run).resolve(name);
            if (Files.exists(file)) {
                place.put(s3, name, file)
                        .ifPresent(why ->
                                LOG.warn("The {} of job run {} is not delivered: {}", name, run.jobRunId(), why));
            }
        }));
    }

    /** In a folder of the attempt's own when there may be several. */
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
