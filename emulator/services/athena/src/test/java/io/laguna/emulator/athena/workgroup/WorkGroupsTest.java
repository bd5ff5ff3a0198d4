package io.laguna.emulator.athena.workgroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.athena.CatalogLake;
import io.laguna.emulator.athena.TestAthena;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.EncryptionOption;
import software.amazon.awssdk.services.athena.model.EngineVersion;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.ListWorkGroupsResponse;
import software.amazon.awssdk.services.athena.model.ResultConfiguration;
import software.amazon.awssdk.services.athena.model.ResultConfigurationUpdates;
import software.amazon.awssdk.services.athena.model.WorkGroup;
import software.amazon.awssdk.services.athena.model.WorkGroupConfiguration;
import software.amazon.awssdk.services.athena.model.WorkGroupConfigurationUpdates;
import software.amazon.awssdk.services.athena.model.WorkGroupState;
import software.amazon.awssdk.services.athena.model.WorkGroupSummary;

@ExtendWith(CatalogLake.class)
class WorkGroupsTest {
    private final TestAthena athena;
    private final AthenaClient client;

    WorkGroupsTest(CatalogLake.Running lake) {
        this.athena = new TestAthena(lake);
        this.client = athena.client;
    }

    @Test
    void aWorkgroupComesBackAsItWasGiven() {
        ResultConfiguration results = ResultConfiguration.builder()
                .outputLocation("s3://results/team/")
                .expectedBucketOwner("123456789012")
                .encryptionConfiguration(encryption ->
                        encryption.encryptionOption(EncryptionOption.SSE_KMS).kmsKey("alias/results"))
                .aclConfiguration(acl -> acl.s3AclOption("BUCKET_OWNER_FULL_CONTROL"))
                .build();
        create("team", configuration -> configuration
                .resultConfiguration(results)
                .bytesScannedCutoffPerQuery(10_000_000L)
                .enforceWorkGroupConfiguration(false)
                .publishCloudWatchMetricsEnabled(true)
                .requesterPaysEnabled(true)
                .enableMinimumEncryptionConfiguration(true)
                .engineVersion(version -> version.selectedEngineVersion("Athena engine version 3")));

        WorkGroup group = get("team");

        assertThat(group.state()).isEqualTo(WorkGroupState.ENABLED);
        assertThat(group.creationTime()).isEqualTo(TestAthena.START);
        assertThat(group.configuration().resultConfiguration()).isEqualTo(results);
        assertThat(group.configuration().bytesScannedCutoffPerQuery()).isEqualTo(10_000_000L);
        assertThat(group.configuration().enforceWorkGroupConfiguration()).isFalse();
        assertThat(group.configuration().publishCloudWatchMetricsEnabled()).isTrue();
        assertThat(group.configuration().requesterPaysEnabled()).isTrue();
        assertThat(group.configuration().enableMinimumEncryptionConfiguration()).isTrue();
        assertThat(group.configuration().engineVersion().selectedEngineVersion())
                .isEqualTo("Athena engine version 3");
    }

    @Test
    void whatIsLeftOpenHasItsDefault() {
        client.createWorkGroup(request -> request.name("bare"));

        WorkGroupConfiguration configuration = get("bare").configuration();

        assertThat(configuration.enforceWorkGroupConfiguration()).isTrue();
        assertThat(configuration.publishCloudWatchMetricsEnabled()).isFalse();
        assertThat(configuration.requesterPaysEnabled()).isFalse();
        assertThat(configuration.resultConfiguration())
                .isEqualTo(ResultConfiguration.builder().build());
        assertThat(configuration.engineVersion())
                .isEqualTo(EngineVersion.builder()
                        .selectedEngineVersion("AUTO")
                        .effectiveEngineVersion("Athena engine version 3")
                        .build());
    }

    @Test
    void everyAccountAndRegionHasItsPrimaryWhichCanBeChangedButNeitherMadeNorDeleted() {
        assertThat(get("primary").configuration().enforceWorkGroupConfiguration())
                .isFalse();

        update(
                updates -> updates.resultConfigurationUpdates(results -> results.outputLocation("s3://results/")),
                "primary");

        assertThat(get("primary").configuration().resultConfiguration().outputLocation())
                .isEqualTo("s3://results/");
        assertThat(athena.in("us-west-2")
                        .getWorkGroup(request -> request.workGroup("primary"))
                        .workGroup()
                        .configuration()
                        .resultConfiguration()
                        .outputLocation())
                .isNull();
        refused(() -> client.createWorkGroup(request -> request.name("primary")))
                .hasMessage("primary workGroup could not be created");
        refused(() -> client.deleteWorkGroup(
                        request -> request.workGroup("primary").recursiveDeleteOption(true)))
                .hasMessageContaining("primary");
    }

    @Test
    void aNameIsTakenOnceInItsAccountAndRegion() {
        client.createWorkGroup(request -> request.name("taken"));
        athena.in("us-west-2").createWorkGroup(request -> request.name("taken"));

        refused(() -> client.createWorkGroup(request -> request.name("taken")))
                .hasMessage("WorkGroup is already created");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (Runnable call : List.<Runnable>of(
                () -> get("none"),
                () -> update(updates -> {}, "none"),
                () -> client.deleteWorkGroup(request -> request.workGroup("none")))) {
            refused(call).hasMessage("WorkGroup none is not found.");
        }
    }

    @Test
    void anUpdateChangesWhatItGivesAndKeepsTheRest() {
        create("changed", configuration -> configuration
                .resultConfiguration(
                        results -> results.outputLocation("s3://results/old/").expectedBucketOwner("123456789012"))
                .bytesScannedCutoffPerQuery(20_000_000L));

        client.updateWorkGroup(request -> request.workGroup("changed")
                .description("new")
                .state(WorkGroupState.DISABLED)
                .configurationUpdates(updates -> updates.enforceWorkGroupConfiguration(false)
                        .resultConfigurationUpdates(results -> results.outputLocation("s3://results/new/"))));

        WorkGroup group = get("changed");
        assertThat(group.description()).isEqualTo("new");
        assertThat(group.state()).isEqualTo(WorkGroupState.DISABLED);
        assertThat(group.creationTime()).isEqualTo(TestAthena.START);
        assertThat(group.configuration().enforceWorkGroupConfiguration()).isFalse();
        assertThat(group.configuration().bytesScannedCutoffPerQuery()).isEqualTo(20_000_000L);
        assertThat(group.configuration().resultConfiguration().outputLocation()).isEqualTo("s3://results/new/");
        assertThat(group.configuration().resultConfiguration().expectedBucketOwner())
                .isEqualTo("123456789012");
    }

    @Test
    void anUpdateRemovesWhatItSaysToRemove() {
        create("emptied", configuration -> configuration
                .bytesScannedCutoffPerQuery(20_000_000L)
                .resultConfiguration(results -> results.outputLocation("s3://results/")
                        .expectedBucketOwner("123456789012")
                        .encryptionConfiguration(encryption -> encryption.encryptionOption(EncryptionOption.SSE_S3))
                        .aclConfiguration(acl -> acl.s3AclOption("BUCKET_OWNER_FULL_CONTROL"))));

        update(
                updates -> updates.removeBytesScannedCutoffPerQuery(true)
                        .resultConfigurationUpdates(ResultConfigurationUpdates.builder()
                                .removeOutputLocation(true)
                                .removeExpectedBucketOwner(true)
                                .removeEncryptionConfiguration(true)
                                .removeAclConfiguration(true)
                                .build()),
                "emptied");

        assertThat(get("emptied").configuration().bytesScannedCutoffPerQuery()).isNull();
        assertThat(get("emptied").configuration().resultConfiguration())
                .isEqualTo(ResultConfiguration.builder().build());
    }

    @Test
    void aWorkgroupThatIsNotEmptyIsDeletedOnlyWithWhatIsInIt() {
        client.createWorkGroup(request -> request.name("full"));
        String query = client.createNamedQuery(request ->
                        request.name("q").database("d").queryString("SELECT 1").workGroup("full"))
                .namedQueryId();
        client.createWorkGroup(request -> request.name("prepared"));
        client.createPreparedStatement(request ->
                request.workGroup("prepared").statementName("statement").queryStatement("SELECT ?"));

        refused(() -> client.deleteWorkGroup(request -> request.workGroup("full")))
                .hasMessage("WorkGroup full is not empty");
        refused(() -> client.deleteWorkGroup(request -> request.workGroup("prepared")))
                .hasMessage("WorkGroup prepared is not empty");
        client.deleteWorkGroup(request -> request.workGroup("full").recursiveDeleteOption(true));

        refused(() -> get("full"));
        refused(() -> client.getNamedQuery(request -> request.namedQueryId(query)));
        client.createWorkGroup(request -> request.name("full"));
        client.deleteWorkGroup(request -> request.workGroup("full"));
    }

    @Test
    void workgroupsAreListedInPages() {
        for (String name : List.of("b", "a", "z")) {
            client.createWorkGroup(request -> request.name(name).description("of " + name));
        }

        ListWorkGroupsResponse page = client.listWorkGroups(request -> request.maxResults(2));
        ListWorkGroupsResponse last =
                client.listWorkGroups(request -> request.maxResults(2).nextToken(page.nextToken()));

        assertThat(page.workGroups()).extracting(WorkGroupSummary::name).containsExactly("a", "b");
        assertThat(page.workGroups().get(0).description()).isEqualTo("of a");
        assertThat(page.workGroups().get(0).engineVersion().effectiveEngineVersion())
                .isEqualTo("Athena engine version 3");
        assertThat(last.workGroups()).extracting(WorkGroupSummary::name).containsExactly("primary", "z");
        assertThat(last.nextToken()).isNull();
        refused(() -> client.listWorkGroups(request -> request.nextToken("x"))).hasMessageContaining("NextToken");
    }

    @Test
    void theEngineIsVersion3AndNoOtherIsPretended() {
        assertThat(client.listEngineVersions(request -> {}).engineVersions())
                .extracting(EngineVersion::selectedEngineVersion)
                .containsExactly("AUTO", "Athena engine version 3");
        for (String version : List.of("Athena engine version 2", "PySpark engine version 3")) {
            refused(() -> create(
                            "engine",
                            configuration ->
                                    configuration.engineVersion(engine -> engine.selectedEngineVersion(version))))
                    .hasMessageContaining(version);
        }
    }

    @Test
    void whatIsNotBuiltIsRefused() {
        refused(() -> create(
                        "unbuilt",
                        configuration -> configuration.managedQueryResultsConfiguration(managed -> managed.enabled(true)
                                .encryptionConfiguration(encryption -> encryption.kmsKey("arn:aws:kms:key/1")))))
                .hasMessageContaining("ManagedQueryResultsConfiguration.EncryptionConfiguration is not implemented");
        refused(() -> create(
                        "unbuilt",
                        configuration -> configuration.executionRole("arn:aws:iam::123456789012:role/spark")))
                .hasMessageContaining("ExecutionRole");
    }

    @Test
    void aWorkGroupKeepsResultsItselfOrNamesAPlaceForThem() {
        create(
                "managed",
                configuration -> configuration.managedQueryResultsConfiguration(managed -> managed.enabled(true)));
        create(
                "placed",
                configuration -> configuration.resultConfiguration(result -> result.outputLocation("s3://tests/")));

        assertThat(client.getWorkGroup(request -> request.workGroup("managed"))
                        .workGroup()
                        .configuration()
                        .managedQueryResultsConfiguration()
                        .enabled())
                .isTrue();
        refused(() -> update(
                        updates -> updates.managedQueryResultsConfigurationUpdates(managed -> managed.enabled(true)),
                        "placed"))
                .hasMessage("ResultConfiguration.OutputLocation cannot be set when managed query results are enabled.");
        refused(() -> update(
                        updates -> updates.resultConfigurationUpdates(result -> result.outputLocation("s3://tests/")),
                        "managed"))
                .hasMessage("ResultConfiguration.OutputLocation cannot be set when managed query results are enabled.");
    }

    @Test
    void aMemberThatBreaksItsConstraintIsNamed() {
        refused(() -> client.createWorkGroup(request -> {})).hasMessageContaining("Value null at 'name'");
        refused(() -> client.createWorkGroup(request -> request.name("no spaces")))
                .hasMessageContaining("'name'")
                .hasMessageContaining("[a-zA-Z0-9._-]{1,128}");
        refused(() -> create("bad", configuration -> configuration.bytesScannedCutoffPerQuery(9_999_999L)))
                .hasMessage("1 validation error detected: Value '9999999' at"
                        + " 'configuration.bytesScannedCutoffPerQuery' failed to satisfy constraint:"
                        + " Member must have value greater than or equal to 10000000");
        refused(() -> create(
                        "bad",
                        configuration ->
                                configuration.resultConfiguration(results -> results.outputLocation("results/"))))
                .hasMessageContaining("'configuration.resultConfiguration.outputLocation'");
        refused(() -> create(
                        "bad",
                        configuration -> configuration.resultConfiguration(results ->
                                results.encryptionConfiguration(encryption -> encryption.encryptionOption("SSE_KMS")))))
                .hasMessageContaining("'configuration.resultConfiguration.encryptionConfiguration.kmsKey'");
        refused(() -> client.updateWorkGroup(
                        request -> request.workGroup("primary").state("PAUSED")))
                .hasMessageContaining("'state'");
        refused(() -> client.listWorkGroups(request -> request.maxResults(51))).hasMessageContaining("'maxResults'");
    }

    private WorkGroup get(String name) {
        return client.getWorkGroup(request -> request.workGroup(name)).workGroup();
    }

    private void create(String name, Consumer<WorkGroupConfiguration.Builder> configuration) {
        client.createWorkGroup(request -> request.name(name).configuration(configuration));
    }

    private void update(Consumer<WorkGroupConfigurationUpdates.Builder> updates, String name) {
        client.updateWorkGroup(request -> request.workGroup(name).configurationUpdates(updates));
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(Runnable call) {
        return assertThatThrownBy(call::run).isInstanceOf(InvalidRequestException.class);
    }
}
