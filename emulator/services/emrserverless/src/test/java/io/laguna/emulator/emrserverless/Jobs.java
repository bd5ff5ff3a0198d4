package io.laguna.emulator.emrserverless;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.emrserverless.model.Application;
import software.amazon.awssdk.services.emrserverless.model.ApplicationState;
import software.amazon.awssdk.services.emrserverless.model.CreateApplicationRequest;
import software.amazon.awssdk.services.emrserverless.model.JobRun;
import software.amazon.awssdk.services.emrserverless.model.JobRunState;
import software.amazon.awssdk.services.emrserverless.model.StartJobRunRequest;

/** What the tests ask of the service. */
record Jobs(EmrServerlessClient client, String jar) {
    private static final Duration LONG = Duration.ofSeconds(90);

    /** Runs for hours. */
    static final String ENDLESS =
            "select sum(a.id % 7 + b.id % 5) from range(10000000) a cross join range(10000000) b where a.id * b.id % 3 = 1";

    static Jobs on(ServerlessLake.Running lake) {
        return new Jobs(lake.client(), lake.jar());
    }

    String application(Consumer<CreateApplicationRequest.Builder> more) {
        String id = client.createApplication(request ->
                        request.releaseLabel("emr-7.10.0").type("SPARK").applyMutation(more))
                .applicationId();
        await(id, ApplicationState.CREATED);
        return id;
    }

    String application() {
        return application(request -> {});
    }

    String start(String application, String statement, Consumer<StartJobRunRequest.Builder> more) {
        return client.startJobRun(request -> request.applicationId(application)
                        .executionRoleArn("arn:aws:iam::000000000000:role/jobs")
                        .jobDriver(driver -> driver.sparkSubmit(submit -> submit.entryPoint(jar)
                                .entryPointArguments(List.of("--statement", statement))
                                .sparkSubmitParameters("--class io.laguna.apps.sql.RunSql")))
                        .applyMutation(more))
                .jobRunId();
    }

    String start(String application, String statement) {
        return start(application, statement, request -> {});
    }

    void cancel(String application, String run) {
        client.cancelJobRun(request -> request.applicationId(application).jobRunId(run));
    }

    JobRun get(String application, String run) {
        return client.getJobRun(request -> request.applicationId(application).jobRunId(run))
                .jobRun();
    }

    Application get(String application) {
        return client.getApplication(request -> request.applicationId(application))
                .application();
    }

    JobRun await(String application, String run, JobRunState... states) {
        org.awaitility.Awaitility.await().atMost(LONG).untilAsserted(() -> assertThat(
                        get(application, run).state())
                .as(() -> get(application, run).stateDetails())
                .isIn((Object[]) states));
        return get(application, run);
    }

    Application await(String application, ApplicationState state) {
        org.awaitility.Awaitility.await()
                .atMost(LONG)
                .untilAsserted(() -> assertThat(get(application).state()).isEqualTo(state));
        return get(application);
    }
}
