package io.laguna.emulator.emr.cluster;

import static io.laguna.emulator.emr.TestCluster.bash;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static software.amazon.awssdk.services.emr.model.ActionOnFailure.CANCEL_AND_WAIT;
import static software.amazon.awssdk.services.emr.model.ActionOnFailure.CONTINUE;
import static software.amazon.awssdk.services.emr.model.ActionOnFailure.TERMINATE_CLUSTER;

import io.laguna.emulator.emr.EmrLake;
import io.laguna.emulator.emr.TestCluster;
import io.laguna.emulator.kit.Caller;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.Application;
import software.amazon.awssdk.services.emr.model.Cluster;
import software.amazon.awssdk.services.emr.model.ClusterState;
import software.amazon.awssdk.services.emr.model.ClusterStateChangeReasonCode;
import software.amazon.awssdk.services.emr.model.ClusterSummary;
import software.amazon.awssdk.services.emr.model.EmrException;
import software.amazon.awssdk.services.emr.model.InstanceGroupType;
import software.amazon.awssdk.services.emr.model.InvalidRequestException;
import software.amazon.awssdk.services.emr.model.RunJobFlowRequest;
import software.amazon.awssdk.services.emr.model.StepState;
import software.amazon.awssdk.services.emr.model.Tag;

/** The life of clusters, and what is kept of what they were asked for. */
@ExtendWith(EmrLake.class)
@SuppressWarnings("unchecked") // The SDK's builders take consumers as variable arguments.
class ClustersTest {
    private final EmrLake.Running lake;
    private final EmrClient emr;

    @TempDir
    private Path folder;

    ClustersTest(EmrLake.Running lake) {
        this.lake = lake;
        this.emr = lake.client();
    }

    @Test
    void aClusterWithoutStepsTerminatesUnlessItIsToStayAlive() {
        TestCluster transientOne = lake.cluster().run();
        TestCluster alive = lake.cluster().alive().run();

        assertThat(transientOne
                        .await(ClusterState.TERMINATED)
                        .status()
                        .stateChangeReason()
                        .message())
                .isEqualTo("Steps completed");
        assertThat(alive.await(ClusterState.WAITING)
                        .status()
                        .stateChangeReason()
                        .message())
                .isEqualTo("Cluster ready to run steps.");
        emr.setKeepJobFlowAliveWhenNoSteps(set -> set.jobFlowIds(alive.id()).keepJobFlowAliveWhenNoSteps(false));
        alive.await(ClusterState.TERMINATED);
    }

    @Test
    void aClusterThatIsToEndWithItsStepsWaitsForTheFirstOne() {
        TestCluster cluster = lake.cluster().run();
        Instant made = cluster.await(ClusterState.WAITING).status().timeline().creationDateTime();

        cluster.add(bash("true", CONTINUE));

        Instant ended =
                cluster.await(ClusterState.TERMINATED).status().timeline().endDateTime();
        assertThat(cluster.steps().get(0).status().state()).isEqualTo(StepState.COMPLETED);
        TestCluster without = lake.cluster().run();
        assertThat(Duration.between(
                        without.describe().status().timeline().creationDateTime(),
                        without.await(ClusterState.TERMINATED)
                                .status()
                                .timeline()
                                .endDateTime()))
                .isGreaterThanOrEqualTo(EmrLake.FIRST_STEP);
        assertThat(made).isBefore(ended);
    }

    @Test
    void aClusterThatGetsItsStepsOneByOneWaitsForTheNextOne() {
        TestCluster cluster = lake.cluster().run();
        cluster.await(cluster.add(bash("true", CONTINUE)).get(0), StepState.COMPLETED);
        cluster.await(ClusterState.WAITING);

        cluster.await(cluster.add(bash("true", CONTINUE)).get(0), StepState.COMPLETED);

        Cluster ended = cluster.await(ClusterState.TERMINATED);
        assertThat(ended.status().stateChangeReason().code())
                .isEqualTo(ClusterStateChangeReasonCode.ALL_STEPS_COMPLETED);
        assertThat(cluster.states()).containsExactly(StepState.COMPLETED, StepState.COMPLETED);
    }

    @Test
    void allOfTheRequestIsReturned() {
        TestCluster cluster = lake.cluster()
                .alive()
                .with(request -> request.applications(
                                Application.builder().name("spark").build(),
                                Application.builder().name("Livy").build())
                        .tags(Tag.builder().key("team").value("data").build())
                        .customAmiId("ami-0123")
                        .ebsRootVolumeSize(30)
                        .autoScalingRole("EMR_AutoScaling_DefaultRole")
                        .configurations(configuration -> configuration
                                .classification("spark-env")
                                .configurations(export ->
                                        export.classification("export").properties(Map.of("GREETING", "hello")))))
                .run(bash("echo $GREETING", CONTINUE));

        Cluster described = cluster.describe();

        assertThat(described.id()).matches("j-[0-9A-Z]{13}");
        assertThat(described.clusterArn())
                .isEqualTo("arn:aws:elasticmapreduce:eu-west-1:123456789012:cluster/" + cluster.id());
        assertThat(described.applications())
                .extracting(Application::name, Application::version)
                .containsExactly(tuple("Spark", "3.5.5-amzn-1"), tuple("Livy", null));
        assertThat(described.tags()).extracting(Tag::key).containsExactly("team");
        assertThat(described.customAmiId()).isEqualTo("ami-0123");
        assertThat(described.ebsRootVolumeSize()).isEqualTo(30);
        assertThat(described.autoScalingRole()).isEqualTo("EMR_AutoScaling_DefaultRole");
        assertThat(described.ec2InstanceAttributes().iamInstanceProfile()).isEqualTo("EMR_EC2_DefaultRole");
        assertThat(described.stepConcurrencyLevel()).isEqualTo(1);
        assertThat(described.autoTerminate()).isFalse();
        assertThat(described.configurations().get(0).configurations().get(0).properties())
                .containsEntry("GREETING", "hello");
        String step = cluster.steps().get(0).id();
        cluster.await(step, StepState.COMPLETED);
        assertThat(cluster.log(step, "stdout")).isEqualTo("hello\n");

        emr.addTags(add -> add.resourceId(cluster.id())
                .tags(Tag.builder().key("stage").value("test").build()));
        emr.removeTags(remove -> remove.resourceId(cluster.id()).tagKeys("team"));
        assertThat(cluster.describe().tags()).extracting(Tag::key).containsExactly("stage");
        cluster.terminate();
        assertThatThrownBy(() ->
                        emr.removeTags(remove -> remove.resourceId(cluster.id()).tagKeys("stage")))
                .hasMessageContaining("Tags cannot be modified on terminated clusters.");
    }

    @Test
    void bootstrapActionsRunBeforeTheSteps() {
        String script = lake.put("prepare.sh", "#!/bin/bash\necho prepared $1 > " + folder + "/prepared\n");
        TestCluster cluster = lake.cluster()
                .with(request -> request.bootstrapActions(action -> action.name("prepare")
                        .scriptBootstrapAction(what -> what.path(script).args("well"))))
                .run(bash("cat " + folder + "/prepared", CONTINUE));

        cluster.await(ClusterState.TERMINATED);

        assertThat(cluster.log(cluster.steps().get(0).id(), "stdout")).isEqualTo("prepared well\n");
        assertThat(emr.listBootstrapActions(list -> list.clusterId(cluster.id()))
                        .bootstrapActions()
                        .get(0)
                        .scriptPath())
                .isEqualTo(script);
    }

    @Test
    void aFailingBootstrapActionEndsTheCluster() {
        String script = lake.put("fail.sh", "#!/bin/bash\necho no network >&2\nexit 7\n");
        TestCluster cluster = lake.cluster()
                .alive()
                .with(request -> request.bootstrapActions(
                        action -> action.name("fail").scriptBootstrapAction(what -> what.path(script))))
                .run(bash("true", CONTINUE));

        Cluster ended = cluster.await(ClusterState.TERMINATED_WITH_ERRORS);

        String primary = emr.listInstances(
                        list -> list.clusterId(cluster.id()).instanceGroupTypes(InstanceGroupType.MASTER))
                .instances()
                .get(0)
                .ec2InstanceId();
        assertThat(ended.status().stateChangeReason().code()).isEqualTo(ClusterStateChangeReasonCode.BOOTSTRAP_FAILURE);
        assertThat(ended.status().stateChangeReason().message())
                .isEqualTo(
                        "On the master instance (" + primary + "), bootstrap action 1 returned a non-zero return code");
        assertThat(ended.status().errorDetails().get(0).errorData().get(0)).containsEntry("return-code", "7");
        assertThat(lake.log(TestCluster.LOGS + cluster.id() + "/node/" + primary + "/bootstrap-actions/1/stderr.gz"))
                .isEqualTo("no network\n");
        assertThat(cluster.states()).containsExactly(StepState.CANCELLED);
    }

    @Test
    void terminatingStopsWhatRunsAndDeletesItsFiles() {
        TestCluster cluster = lake.cluster()
                .alive()
                .run(bash("echo $$ > " + folder + "/pid; exec sleep 300", CONTINUE), bash("true", CONTINUE));
        await().atMost(TestCluster.PATIENCE)
                .until(() -> Files.exists(folder.resolve("pid"))
                        && !Files.readString(folder.resolve("pid")).isBlank());
        Path hdfs = lake.folder().resolve("123456789012").resolve(cluster.id()).resolve("hdfs");
        assertThat(hdfs).exists();

        cluster.terminate();

        Cluster ended = cluster.describe();
        assertThat(ended.status().stateChangeReason().code()).isEqualTo(ClusterStateChangeReasonCode.USER_REQUEST);
        assertThat(ended.status().stateChangeReason().message()).isEqualTo("Terminated by user request");
        assertThat(cluster.states()).containsExactly(StepState.INTERRUPTED, StepState.CANCELLED);
        assertThat(folder.resolve("pid")).satisfies(file -> assertThat(
                        ProcessHandle.of(Long.parseLong(Files.readString(file).strip())))
                .isEmpty());
        assertThat(hdfs).doesNotExist();
    }

    @Test
    void aProtectedClusterIsNotTerminated() {
        TestCluster cluster =
                lake.cluster().terminationProtected().run(bash("exit 1", TERMINATE_CLUSTER), bash("true", CONTINUE));

        assertThatThrownBy(() -> emr.terminateJobFlows(terminate -> terminate.jobFlowIds(cluster.id())))
                .isInstanceOfSatisfying(EmrException.class, refusal -> assertThat(
                                refusal.awsErrorDetails().errorCode())
                        .isEqualTo("ValidationException"))
                .hasMessageContaining(
                        "Could not shut down one or more job flows since they are termination protected.");
        cluster.await(ClusterState.WAITING);
        assertThat(cluster.states()).containsExactly(StepState.FAILED, StepState.CANCELLED);
        emr.setTerminationProtection(set -> set.jobFlowIds(cluster.id()).terminationProtected(false));
        cluster.await(ClusterState.TERMINATED);
    }

    @Test
    void anIdleClusterEndsByItsPolicy() {
        TestCluster cluster = lake.cluster()
                .alive()
                .with(request -> request.autoTerminationPolicy(policy -> policy.idleTimeout(3600L)))
                .run();
        cluster.await(ClusterState.WAITING);
        assertThat(emr.getAutoTerminationPolicy(get -> get.clusterId(cluster.id()))
                        .autoTerminationPolicy()
                        .idleTimeout())
                .isEqualTo(3600);

        idleLonger(cluster, 50);
        assertThat(cluster.describe().status().state()).isEqualTo(ClusterState.WAITING);
        idleLonger(cluster, 10);

        Cluster ended = cluster.await(ClusterState.TERMINATED);
        assertThat(ended.status().stateChangeReason().message()).contains("auto-termination policy after 3600 seconds");
    }

    /** Without a policy meanwhile: with one, a cluster that is looked at just then ends before the policy is put. */
    private void idleLonger(TestCluster cluster, int minutes) {
        emr.removeAutoTerminationPolicy(remove -> remove.clusterId(cluster.id()));
        lake.sql(
                "update emr_cluster set idle_since = idle_since - interval '" + minutes + " minutes' where id = ?",
                cluster.id());
        emr.putAutoTerminationPolicy(
                put -> put.clusterId(cluster.id()).autoTerminationPolicy(policy -> policy.idleTimeout(3600L)));
    }

    @Test
    void clustersAreListedTheNewestFirstByStateAndTime() {
        // A cluster knows its milliseconds only.
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusMillis(1);
        TestCluster ended = lake.cluster().run();
        ended.await(ClusterState.TERMINATED);
        TestCluster waiting = lake.cluster().alive().run();
        waiting.await(ClusterState.WAITING);

        assertThat(emr.listClusters(list -> list.createdAfter(before)).clusters())
                .extracting(ClusterSummary::id)
                .containsExactly(waiting.id(), ended.id());
        assertThat(emr.listClusters(list -> list.createdAfter(before).clusterStates(ClusterState.WAITING))
                        .clusters())
                .extracting(ClusterSummary::id)
                .containsExactly(waiting.id());
        assertThat(emr.listClusters(list -> list.createdBefore(before)).clusters())
                .extracting(ClusterSummary::id)
                .doesNotContain(waiting.id(), ended.id());
        EmrClient other = lake.client(new Caller("210987654321", "eu-west-1"));
        assertThat(other.listClusters().clusters()).isEmpty();
        assertThatThrownBy(() -> other.describeCluster(describe -> describe.clusterId(waiting.id())))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Cluster id '" + waiting.id() + "' is not valid.");
        waiting.terminate();
    }

    @Test
    void whatAwsRefusesIsRefused() {
        refused("The supplied release label is invalid: emr-9.0.0.", request -> request.releaseLabel("emr-9.0.0"));
        refused("ServiceRole is required for creating cluster.", request -> request.serviceRole(null));
        refused("InstanceProfile is required for creating cluster.", request -> request.jobFlowRole(null));
        refused("Member must not be null", request -> request.name(null));
        refused("Allowed level is from 1 to 256", request -> request.stepConcurrencyLevel(257));
        refused(
                "application is invalid",
                request ->
                        request.applications(Application.builder().name("Excel").build()));
        refused("Action on failure 'CANCEL_AND_WAIT' is invalid.", request -> request.stepConcurrencyLevel(2)
                .steps(bash("true", CANCEL_AND_WAIT)));
        refused(
                "one and only one of the following",
                request -> request.instances(instances -> instances
                        .instanceCount(1)
                        .masterInstanceType("m5.xlarge")
                        .instanceGroups(group -> group.instanceRole("MASTER")
                                .instanceType("m5.xlarge")
                                .instanceCount(1))));
        refused(
                "Clusters with task nodes must also define core nodes.",
                request -> request.instances(instances -> instances.instanceGroups(
                        group -> group.instanceRole("MASTER")
                                .instanceType("m5.xlarge")
                                .instanceCount(1),
                        group -> group.instanceRole("TASK")
                                .instanceType("m5.xlarge")
                                .instanceCount(1))));
        refused("does not exist", request -> request.securityConfiguration("nobody-made-it"));
        assertThatThrownBy(() -> emr.terminateJobFlows(terminate -> terminate.jobFlowIds("j-NONE")))
                .hasMessageContaining("Specified job flow ID not valid");
    }

    private void refused(String message, UnaryOperator<RunJobFlowRequest.Builder> mistake) {
        int clusters = emr.listClusters().clusters().size();
        assertThatThrownBy(() ->
                        emr.runJobFlow(mistake.apply(TestCluster.request()).build()))
                .isInstanceOf(EmrException.class)
                .hasMessageContaining(message);
        assertThat(emr.listClusters().clusters()).hasSize(clusters);
    }

    @Test
    void anOlderReleaseSaysWhichVersionsItRunsOn() {
        TestCluster cluster = lake.cluster()
                .with(request -> request.releaseLabel("emr-5.36.0"))
                .run(bash("true", CONTINUE));

        cluster.await(ClusterState.TERMINATED);

        assertThat(cluster.states()).containsExactly(StepState.COMPLETED);
        assertThat(cluster.log(cluster.steps().get(0).id(), "controller"))
                .containsOnlyOnce("emr-5.36.0 runs on Laguna's own versions: Spark 3.5");
    }

    @Test
    void releasesAreListedWithTheirVersions() {
        List<String> labels = emr.listReleaseLabels(
                        list -> list.filters(filter -> filter.prefix("emr-7").application("Spark@3.5.5")))
                .releaseLabels();

        assertThat(labels).containsExactly("emr-7.10.0", "emr-7.9.0");
        assertThat(emr.describeReleaseLabel(describe -> describe.releaseLabel("emr-7.10.0"))
                        .applications())
                .anySatisfy(application -> {
                    assertThat(application.name()).isEqualTo("Hadoop");
                    assertThat(application.version()).isEqualTo("3.4.1-amzn-2");
                });
        assertThat(emr.listReleaseLabels(list -> {}).releaseLabels()).contains("emr-6.15.0", "emr-6.5.0");
        assertThat(emr.listReleaseLabelsPaginator(list -> list.maxResults(40)).stream()
                        .flatMap(page -> page.releaseLabels().stream()))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(100)
                .contains("emr-7.14.0", "emr-5.36.2", "emr-5.20.0")
                .endsWith("emr-5.0.0");
    }
}
