package io.laguna.emulator.emrserverless;

import io.laguna.emulator.jobs.LogFolder;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.emrserverless.model.Application;
import software.amazon.awssdk.services.emrserverless.model.Configuration;
import software.amazon.awssdk.services.emrserverless.model.ConfigurationOverrides;
import software.amazon.awssdk.services.emrserverless.model.JobDriver;
import software.amazon.awssdk.services.emrserverless.model.JobRunMode;
import software.amazon.awssdk.services.emrserverless.model.MonitoringConfiguration;
import software.amazon.awssdk.services.emrserverless.model.RetryPolicy;
import software.amazon.awssdk.services.emrserverless.model.S3MonitoringConfiguration;
import software.amazon.awssdk.services.emrserverless.model.SparkSubmit;
import software.amazon.awssdk.services.emrserverless.model.StartJobRunRequest;

/**
 * The rules for a job run.
 *
 * @see <a href="https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_StartJobRun.html">StartJobRun</a>
 */
final class JobRunRules {
    private static final long LONGEST_MINUTES = 1_000_000;

    /** https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/jobs-resiliency.html: "1 to 10, inclusive". */
    private static final int MOST_ATTEMPTS = 10;

    private JobRunRules() {}

    static void check(StartJobRunRequest request) {
        new Constraints()
                .present("applicationId", request.applicationId())
                .text("applicationId", request.applicationId(), 64, Constraints.ID)
                .present("executionRoleArn", request.executionRoleArn())
                .text("executionRoleArn", request.executionRoleArn(), 2048, Constraints.ROLE)
                .present("jobDriver", request.jobDriver())
                .text("clientToken", request.clientToken(), 64, Constraints.TOKEN)
                .text("name", request.name(), 256, Constraints.NOT_BLANK)
                .range("executionTimeoutMinutes", request.executionTimeoutMinutes(), 0, LONGEST_MINUTES)
                .known("mode", request.modeAsString(), request.mode())
                .tags(request.tags())
                .check();
        check(request.jobDriver());
        Optional.ofNullable(request.configurationOverrides()).ifPresent(JobRunRules::check);
        Optional.ofNullable(request.retryPolicy()).ifPresent(policy -> check(policy, request.mode()));
    }

    /** Checks the members that depend on the application's release. */
    static void check(StartJobRunRequest request, Application application) {
        boolean retries = request.mode() == JobRunMode.STREAMING
                || Optional.ofNullable(request.retryPolicy())
                        .map(RetryPolicy::maxAttempts)
                        .filter(most -> most > 1)
                        .isPresent();
        if (retries && !Release.of(application.releaseLabel()).has(Release.RETRIES)) {
            throw Failures.invalid("Streaming jobs and retries are supported by emr-7.1.0 and later, not by "
                    + application.releaseLabel() + ".");
        }
    }

    private static void check(JobDriver driver) {
        if (driver.hive() != null) {
            throw Failures.invalid("Job runs of type Hive are not implemented by Laguna: it runs Spark.");
        }
        SparkSubmit submit = driver.sparkSubmit();
        new Constraints().present("jobDriver.sparkSubmit", submit).check();
        Constraints constraints = new Constraints()
                .present("jobDriver.sparkSubmit.entryPoint", submit.entryPoint())
                .text("jobDriver.sparkSubmit.entryPoint", submit.entryPoint(), 256, Constraints.NOT_BLANK)
                .text(
                        "jobDriver.sparkSubmit.sparkSubmitParameters",
                        submit.sparkSubmitParameters(),
                        102_400,
                        Constraints.NOT_BLANK);
        for (int i = 0; i < submit.entryPointArguments().size(); i++) {
            constraints.text(
                    "jobDriver.sparkSubmit.entryPointArguments." + (i + 1) + ".member",
                    submit.entryPointArguments().get(i),
                    10_280,
                    Constraints.NOT_BLANK);
        }
        constraints.check();
    }

    private static void check(ConfigurationOverrides overrides) {
        checkAll(overrides.applicationConfiguration());
        Optional.ofNullable(overrides.monitoringConfiguration()).ifPresent(JobRunRules::check);
    }

    /** Logs in S3 have to have a place there. */
    static void check(MonitoringConfiguration monitoring) {
        Optional.ofNullable(monitoring.s3MonitoringConfiguration())
                .map(S3MonitoringConfiguration::logUri)
                .filter(uri -> LogFolder.of(uri).isEmpty())
                .ifPresent(uri -> {
                    throw Failures.invalid("s3MonitoringConfiguration.logUri is not the URI of a place in S3: " + uri);
                });
    }

    static void checkAll(List<Configuration> configurations) {
        configurations.forEach(each -> {
            new Constraints()
                    .present("classification", each.classification())
                    .text("classification", each.classification(), 1024, Constraints.NOT_BLANK)
                    .check();
            checkAll(each.configurations());
        });
    }

    private static void check(RetryPolicy policy, JobRunMode mode) {
        boolean streaming = mode == JobRunMode.STREAMING;
        new Constraints()
                .range("retryPolicy.maxAttempts", policy.maxAttempts(), 1, MOST_ATTEMPTS)
                .range("retryPolicy.maxFailedAttemptsPerHour", policy.maxFailedAttemptsPerHour(), 1, MOST_ATTEMPTS)
                .check();
        if (streaming && policy.maxAttempts() != null) {
            throw Failures.invalid("retryPolicy.maxAttempts is only applicable to the mode BATCH.");
        }
        if (!streaming && policy.maxFailedAttemptsPerHour() != null) {
            throw Failures.invalid("retryPolicy.maxFailedAttemptsPerHour is only applicable to the mode STREAMING.");
        }
    }
}
