package io.laguna.emulator.emrserverless;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.testkit.ServiceContract;
import io.laguna.wire.Rooms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.emrserverless.model.ApplicationState;
import software.amazon.awssdk.services.emrserverless.model.CreateApplicationRequest;
import software.amazon.awssdk.services.emrserverless.model.JobRunState;
import software.amazon.awssdk.services.emrserverless.model.StartJobRunRequest;

@ExtendWith(ServerlessLake.class)
class EmrServerlessContractTest extends ServiceContract<EmrServerlessClient> {
    private static final Caller CALLER = new Caller("222222222222", "eu-west-1");

    private final ServerlessLake.Running lake;

    EmrServerlessContractTest(ServerlessLake.Running lake) {
        super(EmrServerlessClient.class, "emr-serverless-2021-07-13", "emr-serverless");
        this.lake = lake;
    }

    @Override
    protected List<EmrServerlessClient> rooms() {
        return lake.rooms(CALLER);
    }

    @Override
    protected void restart() {
        lake.restart();
    }

    /** A job run that no worker is large enough for ends without a driver. */
    @Override
    protected List<Creation> creations(String name) {
        return List.of(
                made -> CreateApplicationRequest.builder()
                        .name(name)
                        .releaseLabel("emr-7.10.0")
                        .type("SPARK")
                        .clientToken(UUID.randomUUID().toString())
                        .maximumCapacity(capacity -> capacity.cpu("1 vCPU").memory("1 GB"))
                        .build(),
                made -> StartJobRunRequest.builder()
                        .applicationId(made.get("applicationId"))
                        .name(name)
                        .clientToken(UUID.randomUUID().toString())
                        .executionRoleArn("arn:aws:iam::000000000000:role/jobs")
                        .jobDriver(driver -> driver.sparkSubmit(submit -> submit.entryPoint("s3://none/app.jar")))
                        .build());
    }

    @Override
    protected Map<String, String> known(Map<String, String> made) {
        return Map.of("resourceArn", made.get("arn"));
    }

    @Override
    protected void settle(Map<String, String> made) {
        Jobs jobs = new Jobs(Rooms.of(EmrServerlessClient.class, rooms()).client(), "none");
        String application = made.get("applicationId");
        Optional.ofNullable(made.get("jobRunId"))
                .ifPresentOrElse(
                        run -> jobs.await(application, run, JobRunState.FAILED),
                        () -> jobs.await(application, ApplicationState.CREATED));
    }

    @Override
    protected Optional<String> telling(String operation) {
        return Optional.of("name");
    }

    @Override
    protected String otherRequest() {
        return "ConflictException";
    }

    @Override
    protected String taggable(Map<String, String> made) {
        return made.get("arn");
    }

    @Override
    protected String missing(Map<String, String> made) {
        return made.get("arn") + "0";
    }

    @Override
    protected Optional<Integer> mostTags() {
        return Optional.of(200);
    }
}
