package io.laguna.emulator.emrserverless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.emrserverless.model.Application;
import software.amazon.awssdk.services.emrserverless.model.ApplicationState;
import software.amazon.awssdk.services.emrserverless.model.ApplicationSummary;
import software.amazon.awssdk.services.emrserverless.model.Architecture;
import software.amazon.awssdk.services.emrserverless.model.ConflictException;
import software.amazon.awssdk.services.emrserverless.model.CreateApplicationRequest;
import software.amazon.awssdk.services.emrserverless.model.ResourceNotFoundException;
import software.amazon.awssdk.services.emrserverless.model.ValidationException;

@ExtendWith(ServerlessLake.class)
class ApplicationsTest {
    private final ServerlessLake.Running lake;
    private final EmrServerlessClient client;
    private final Jobs jobs;

    ApplicationsTest(ServerlessLake.Running lake) {
        this.lake = lake;
        this.client = lake.client();
        this.jobs = Jobs.on(lake);
    }

    @Test
    void anApplicationHasTheDefaultsOfAws() {
        Application application = jobs.get(jobs.application());

        assertThat(application.type()).isEqualTo("Spark");
        assertThat(application.architecture()).isEqualTo(Architecture.X86_64);
        assertThat(application.arn())
                .isEqualTo(
                        "arn:aws:emr-serverless:us-east-1:000000000000:/applications/" + application.applicationId());
        assertThat(application.autoStartConfiguration().enabled()).isTrue();
        assertThat(application.autoStopConfiguration().enabled()).isTrue();
        assertThat(application.autoStopConfiguration().idleTimeoutMinutes()).isEqualTo(15);
        assertThat(application.schedulerConfiguration().maxConcurrentRuns()).isEqualTo(15);
    }

    @Test
    void anApplicationGoesThroughItsStatesAndIsChangedOnlyWhenStopped() {
        String id = jobs.application();
        assertThatThrownBy(() -> client.stopApplication(request -> request.applicationId(id)))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("Application cannot be STOPPED");
        client.startApplication(request -> request.applicationId(id));
        jobs.await(id, ApplicationState.STARTED);

        assertThatThrownBy(() -> client.updateApplication(
                        request -> request.applicationId(id).architecture(Architecture.ARM64)))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("must be in one of the statuses to be updated: [STOPPED, CREATED]");
        assertThatThrownBy(() -> client.deleteApplication(request -> request.applicationId(id)))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("Current status: STARTED");
        client.stopApplication(request -> request.applicationId(id));
        jobs.await(id, ApplicationState.STOPPED);
        client.stopApplication(request -> request.applicationId(id));
        assertThat(jobs.get(id).state()).isEqualTo(ApplicationState.STOPPED);
        Application updated = client.updateApplication(request -> request.applicationId(id)
                        .autoStopConfiguration(stop -> stop.idleTimeoutMinutes(3))
                        .maximumCapacity(maximum -> maximum.cpu("8 vCPU").memory("32 GB")))
                .application();
        assertThat(updated.autoStopConfiguration().idleTimeoutMinutes()).isEqualTo(3);
        assertThat(updated.releaseLabel()).isEqualTo("emr-7.10.0");
        client.deleteApplication(request -> request.applicationId(id));
        assertThat(jobs.get(id).state()).isEqualTo(ApplicationState.TERMINATED);
        assertThat(ids(ApplicationState.TERMINATED)).contains(id);
        assertThat(client.listApplicationsPaginator(request -> {}).applications().stream()
                        .map(ApplicationSummary::id))
                .doesNotContain(id);
    }

    @Test
    void anIdleApplicationStopsItself() {
        String id = jobs.application(request -> request.autoStopConfiguration(stop -> stop.idleTimeoutMinutes(5)));
        client.startApplication(request -> request.applicationId(id));
        jobs.await(id, ApplicationState.STARTED);
        lake.forward(Duration.ofMinutes(6));

        jobs.await(id, ApplicationState.STOPPED);
    }

    @Test
    void theSameTokenMakesOneApplicationAndAnotherRequestUnderItIsAConflict() {
        CreateApplicationRequest request = CreateApplicationRequest.builder()
                .releaseLabel("emr-6.15.0")
                .type("Spark")
                .name("once")
                .clientToken("token-of-ApplicationsTest")
                .build();
        String id = client.createApplication(request).applicationId();

        assertThat(client.createApplication(request).applicationId()).isEqualTo(id);
        CreateApplicationRequest other = request.toBuilder().name("twice").build();
        assertThatThrownBy(() -> client.createApplication(other)).isInstanceOf(ConflictException.class);
    }

    @Test
    void listsGoOnFromPageToPage() {
        List<String> made = List.of(jobs.application(), jobs.application(), jobs.application());

        List<String> listed = client.listApplicationsPaginator(request -> request.maxResults(2)).applications().stream()
                .map(ApplicationSummary::id)
                .toList();
        assertThat(listed).containsAll(made).doesNotHaveDuplicates();
        assertThatThrownBy(() -> client.listApplications(request -> request.nextToken("bm90")))
                .isInstanceOf(ValidationException.class);
    }

    @Test
    void tagsAreKeptByArn() {
        String id = jobs.application(request -> request.tags(Map.of("team", "data")));
        String arn = jobs.get(id).arn();
        client.tagResource(request -> request.resourceArn(arn).tags(Map.of("stage", "test")));
        client.untagResource(request -> request.resourceArn(arn).tagKeys("team"));

        assertThat(client.listTagsForResource(request -> request.resourceArn(arn))
                        .tags())
                .containsExactly(Map.entry("stage", "test"));
        assertThat(jobs.get(id).tags()).containsExactly(Map.entry("stage", "test"));
        assertThatThrownBy(() -> client.listTagsForResource(request -> request.resourceArn(arn + "x")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertRefused(request -> request.type("HIVE"), "Hive");
        assertRefused(request -> request.type("Flink"), "Valid types");
        assertRefused(request -> request.releaseLabel("emr-5.36.0"), "emr-6.6.0");
        assertRefused(request -> request.releaseLabel("emr-6.5.0"), "emr-6.6.0");
        assertRefused(request -> request.name("a name"), "regular expression");
        assertRefused(
                request -> request.imageConfiguration(image -> image.imageUri("000000000000.dkr.ecr/x:1")),
                "Custom images");
        assertRefused(
                request -> request.autoStopConfiguration(stop -> stop.idleTimeoutMinutes(0)), "idleTimeoutMinutes");
        assertRefused(
                request ->
                        request.releaseLabel("emr-6.9.0").schedulerConfiguration(queue -> queue.maxConcurrentRuns(2)),
                "emr-7.0.0");
        assertRefused(
                request ->
                        request.maximumCapacity(maximum -> maximum.cpu("many").memory("4 GB")),
                "maximumCapacity.cpu");
        assertThatThrownBy(() -> jobs.get("00nothere")).isInstanceOf(ResourceNotFoundException.class);
    }

    private void assertRefused(Consumer<CreateApplicationRequest.Builder> more, String why) {
        assertThatThrownBy(() -> client.createApplication(request ->
                        request.releaseLabel("emr-7.10.0").type("SPARK").applyMutation(more)))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining(why);
    }

    private List<String> ids(ApplicationState state) {
        return client.listApplicationsPaginator(request -> request.states(state)).applications().stream()
                .map(ApplicationSummary::id)
                .toList();
    }
}
