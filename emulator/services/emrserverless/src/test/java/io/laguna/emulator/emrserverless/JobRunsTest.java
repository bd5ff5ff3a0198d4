package io.laguna.emulator.emrserverless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.emrserverless.model.ApplicationState;
import software.amazon.awssdk.services.emrserverless.model.JobRun;
import software.amazon.awssdk.services.emrserverless.model.JobRunAttemptSummary;
import software.amazon.awssdk.services.emrserverless.model.JobRunState;
import software.amazon.awssdk.services.emrserverless.model.JobRunSummary;
import software.amazon.awssdk.services.emrserverless.model.ResourceNotFoundException;
import software.amazon.awssdk.services.emrserverless.model.StartJobRunRequest;
import software.amazon.awssdk.services.emrserverless.model.ValidationException;

@ExtendWith(ServerlessLake.class)
class JobRunsTest {
    private static final String LOGS = "s3://" + ServerlessLake.BUCKET + "/logs/";

    private final ServerlessLake.Running lake;
    private final EmrServerlessClient client;
    private final Jobs jobs;

    JobRunsTest(ServerlessLake.Running lake) {
        this.lake = lake;
        this.client = lake.client();
        this.jobs = Jobs.on(lake);
    }

    @Test
    void aJobRunsOnAnApplicationThatItStartsAndLeavesItsLogsInS3() throws IOException {
        String application = jobs.application();
        String output = "s3://" + ServerlessLake.BUCKET + "/answer";
        String id = jobs.start(application, "unused", request -> logged(request)
                .name("answer")
                .tags(Map.of("team", "data"))
                .jobDriver(driver -> driver.sparkSubmit(submit -> submit.entryPoint(jobs.jar())
                        .entryPointArguments("--statement", "select 6 * 7 as answer", "--output", output)
                        .sparkSubmitParameters("--class io.laguna.apps.sql.RunSql --name 'six times seven'"
                                + " --driver-memory 1g --conf \"spark.app.purpose=to know\""))));

        JobRun run = jobs.await(application, id, JobRunState.SUCCESS, JobRunState.FAILED);

        assertThat(run.state()).as(run.stateDetails()).isEqualTo(JobRunState.SUCCESS);
        assertThat(run.totalExecutionDurationSeconds()).isPositive();
        assertThat(run.totalResourceUtilization().vcpuHour()).isPositive();
        assertThat(run.billedResourceUtilization().memoryGBHour())
                .isGreaterThanOrEqualTo(run.totalResourceUtilization().memoryGBHour());
        assertThat(run.tags()).containsExactly(Map.entry("team", "data"));
        assertThat(run.endedAt()).isAfter(run.startedAt());
        assertThat(jobs.get(application).state()).isEqualTo(ApplicationState.STARTED);
        assertThat(log("logs/applications/" + application + "/jobs/" + id + "/SPARK_DRIVER/stdout.gz"))
                .contains("1 of 1: select 6 * 7 as answer");
        assertThat(lake.s3()
                        .listObjectsV2(
                                list -> list.bucket(ServerlessLake.BUCKET).prefix("answer/"))
                        .contents())
                .isNotEmpty();
        assertThat(client.getDashboardForJobRun(
                                request -> request.applicationId(application).jobRunId(id))
                        .url())
                .matches("http://127\\.0\\.0\\.1:\\d+/history/local-\\d+/");
        assertThatThrownBy(() -> jobs.cancel(application, id)).isInstanceOf(ValidationException.class);
    }

    @Test
    void aJobThatFailsIsTriedAgainAsOftenAsItsPolicyAllows() throws IOException {
        String application = jobs.application();
        String id = jobs.start(application, "select * from no_such_table", request -> logged(request)
                .retryPolicy(policy -> policy.maxAttempts(2)));

        JobRun run = jobs.await(application, id, JobRunState.FAILED, JobRunState.SUCCESS);
        // The first attempt's FAILED is never the run's: the next one is made together with it.
        assertThat(run.attempt()).isEqualTo(2);
        assertThat(run.stateDetails())
                .startsWith("Job failed, please check complete logs in configured logging destination. ExitCode: 1.")
                .contains("TABLE_OR_VIEW_NOT_FOUND")
                .hasSizeLessThanOrEqualTo(256);
        List<JobRunAttemptSummary> attempts = client
                .listJobRunAttemptsPaginator(request ->
                        request.applicationId(application).jobRunId(id).maxResults(1))
                .jobRunAttempts()
                .stream()
                .toList();
        assertThat(attempts).extracting(JobRunAttemptSummary::attempt).containsExactly(2, 1);
        assertThat(attempts).extracting(JobRunAttemptSummary::state).containsOnly(JobRunState.FAILED);
        assertThat(client.getJobRun(request ->
                                request.applicationId(application).jobRunId(id).attempt(1))
                        .jobRun()
                        .endedAt())
                .isBeforeOrEqualTo(run.attemptCreatedAt());
        assertThat(log("logs/applications/" + application + "/jobs/" + id + "/attempts/2/SPARK_DRIVER/stderr.gz"))
                .contains("no_such_table");
    }

    @Test
    void aRunningJobIsCancelled() {
        String application = jobs.application();
        String id =
                jobs.start(application, Jobs.ENDLESS, request -> request.retryPolicy(policy -> policy.maxAttempts(3)));
        jobs.await(application, id, JobRunState.RUNNING);
        assertThatThrownBy(() -> client.stopApplication(request -> request.applicationId(application)))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("must be completed or cancelled");
        jobs.cancel(application, id);

        JobRun run = jobs.await(application, id, JobRunState.CANCELLED);
        assertThat(run.attempt()).isEqualTo(1);
        client.stopApplication(request -> request.applicationId(application));
        jobs.await(application, ApplicationState.STOPPED);
    }

    @Test
    void aJobThatRunsForLongerThanItsTimeoutIsCancelled() {
        String application = jobs.application();
        String id = jobs.start(application, Jobs.ENDLESS, request -> request.executionTimeoutMinutes(30L));
        jobs.await(application, id, JobRunState.RUNNING);
        lake.forward(Duration.ofMinutes(31));

        assertThat(jobs.await(application, id, JobRunState.CANCELLED).stateDetails())
                .contains("timed out", "30");
    }

    @Test
    void whatIsNoJobIsRefused() {
        String application = jobs.application(request -> request.autoStartConfiguration(auto -> auto.enabled(false)));
        assertThatThrownBy(() -> jobs.start(application, "select 1"))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("STARTED");
        assertThatThrownBy(() -> jobs.start("00nothere", "select 1")).isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> jobs.start(
                        application, "select 1", request -> request.executionRoleArn("somebody-who-is-no-role")))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("executionRoleArn");
        assertThatThrownBy(() -> jobs.start(
                        application,
                        "select 1",
                        request -> request.jobDriver(driver -> driver.hive(hive -> hive.query("select 1")))))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("Hive");
        assertThatThrownBy(() -> jobs.start(
                        application, "select 1", request -> request.retryPolicy(policy -> policy.maxAttempts(11))))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("maxAttempts");
        assertThatThrownBy(() -> jobs.get(application, "00nothere")).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void runsAreListedByStateAndTime() {
        String application = jobs.application(request ->
                request.maximumCapacity(maximum -> maximum.cpu("1 vCPU").memory("2 GB")));
        String first = jobs.start(application, "select 1");
        JobRun failed = jobs.await(application, first, JobRunState.FAILED);
        String second = jobs.start(application, "select 2");
        jobs.await(application, second, JobRunState.FAILED);

        assertThat(failed.stateDetails()).contains("exceeded maximumCapacity settings: [cpu: 1 vCPU, memory: 2 GB]");
        assertThat(client.listJobRunsPaginator(
                                request -> request.applicationId(application).maxResults(1))
                        .jobRuns())
                .extracting(JobRunSummary::id)
                .containsExactly(second, first);
        assertThat(client.listJobRuns(request -> request.applicationId(application)
                                .createdAtBefore(failed.createdAt().plusMillis(1))
                                .states(JobRunState.FAILED))
                        .jobRuns())
                .extracting(JobRunSummary::id)
                .containsExactly(first);
        assertThat(client.listJobRuns(
                                request -> request.applicationId(application).states(JobRunState.SUCCESS))
                        .jobRuns())
                .isEmpty();
    }

    private static StartJobRunRequest.Builder logged(StartJobRunRequest.Builder request) {
        return request.configurationOverrides(overrides -> overrides.monitoringConfiguration(
                monitoring -> monitoring.s3MonitoringConfiguration(s3 -> s3.logUri(LOGS))));
    }

    private String log(String key) throws IOException {
        try (InputStream text = new GZIPInputStream(lake.s3()
                .getObject(request -> request.bucket(ServerlessLake.BUCKET).key(key)))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
