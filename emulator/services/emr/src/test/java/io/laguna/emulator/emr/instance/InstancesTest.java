package io.laguna.emulator.emr.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.emr.EmrLake;
import io.laguna.emulator.emr.TestCluster;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.ClusterState;
import software.amazon.awssdk.services.emr.model.EmrException;
import software.amazon.awssdk.services.emr.model.Instance;
import software.amazon.awssdk.services.emr.model.InstanceFleet;
import software.amazon.awssdk.services.emr.model.InstanceFleetType;
import software.amazon.awssdk.services.emr.model.InstanceGroup;
import software.amazon.awssdk.services.emr.model.InstanceGroupType;
import software.amazon.awssdk.services.emr.model.InstanceState;
import software.amazon.awssdk.services.emr.model.InvalidRequestException;
import software.amazon.awssdk.services.emr.model.MarketType;

/** Instances as they are asked for, and policies and configurations that are kept. */
@ExtendWith(EmrLake.class)
@SuppressWarnings("unchecked") // The SDK's builders take consumers as variable arguments.
class InstancesTest {
    private final EmrLake.Running lake;
    private final EmrClient emr;

    InstancesTest(EmrLake.Running lake) {
        this.lake = lake;
        this.emr = lake.client();
    }

    @Test
    void instancesAreShownAsTheyWereAskedFor() {
        TestCluster cluster = lake.cluster()
                .alive()
                .with(request -> request.instances(instances -> instances
                        .instanceCount(3)
                        .masterInstanceType("m5.xlarge")
                        .slaveInstanceType("r5.2xlarge")))
                .run();
        cluster.await(ClusterState.WAITING);

        List<InstanceGroup> groups = groups(cluster);
        assertThat(groups)
                .extracting(InstanceGroup::instanceGroupType)
                .containsExactly(InstanceGroupType.MASTER, InstanceGroupType.CORE);
        assertThat(groups.get(1).runningInstanceCount()).isEqualTo(2);
        List<Instance> instances = instances(cluster, InstanceState.RUNNING);
        assertThat(instances)
                .extracting(Instance::instanceType)
                .containsExactly("m5.xlarge", "r5.2xlarge", "r5.2xlarge");
        assertThat(instances).extracting(Instance::privateIpAddress).containsOnly("127.0.0.1");
        assertThat(instances(cluster, InstanceState.RUNNING)).isEqualTo(instances);

        emr.modifyInstanceGroups(modify -> modify.clusterId(cluster.id())
                .instanceGroups(
                        group -> group.instanceGroupId(groups.get(1).id()).instanceCount(1)));
        assertThat(instances(cluster, InstanceState.RUNNING)).hasSize(2);
        assertThat(instances(cluster, InstanceState.TERMINATED)).hasSize(1);
        String added = emr.addInstanceGroups(
                        add -> add.jobFlowId(cluster.id()).instanceGroups(group -> group.instanceRole("TASK")
                                .market(MarketType.SPOT)
                                .instanceType("c5.xlarge")
                                .instanceCount(4)))
                .instanceGroupIds()
                .get(0);
        assertThat(emr.listInstances(list -> list.clusterId(cluster.id()).instanceGroupId(added))
                        .instances())
                .hasSize(4)
                .extracting(Instance::market)
                .containsOnly(MarketType.SPOT);
        assertThatThrownBy(() -> emr.listInstanceFleets(list -> list.clusterId(cluster.id())))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Use the ListInstanceGroups operation instead.");
        cluster.terminate();
        assertThat(instances(cluster, InstanceState.RUNNING)).isEmpty();
        assertThatThrownBy(() -> emr.modifyInstanceGroups(modify -> modify.clusterId(cluster.id())
                        .instanceGroups(group ->
                                group.instanceGroupId(groups.get(1).id()).instanceCount(2))))
                .isInstanceOf(EmrException.class)
                .hasMessageContaining("only be modified when the cluster is running or waiting");
    }

    @Test
    void fleetsHaveTheCapacityThatWasAskedFor() {
        TestCluster cluster = lake.cluster()
                .alive()
                .with(request -> request.instances(instances -> instances.instanceFleets(
                        master -> master.instanceFleetType(InstanceFleetType.MASTER)
                                .targetOnDemandCapacity(1)
                                .instanceTypeConfigs(type -> type.instanceType("m5.xlarge")),
                        core -> core.instanceFleetType(InstanceFleetType.CORE)
                                .targetOnDemandCapacity(4)
                                .targetSpotCapacity(3)
                                .instanceTypeConfigs(
                                        type -> type.instanceType("m5.2xlarge").weightedCapacity(2)))))
                .run();
        cluster.await(ClusterState.WAITING);

        InstanceFleet core = emr.listInstanceFleets(list -> list.clusterId(cluster.id()))
                .instanceFleets()
                .get(1);
        assertThat(core.provisionedOnDemandCapacity()).isEqualTo(4);
        assertThat(instances(cluster, InstanceState.RUNNING)).hasSize(1 + 2 + 2);
        emr.modifyInstanceFleet(
                modify -> modify.clusterId(cluster.id()).instanceFleet(fleet -> fleet.instanceFleetId(core.id())
                        .targetOnDemandCapacity(8)
                        .targetSpotCapacity(0)));
        assertThat(instances(cluster, InstanceState.RUNNING)).hasSize(1 + 4);
        cluster.terminate();
    }

    @Test
    void policiesAreKeptAndReturned() {
        TestCluster cluster = lake.cluster()
                .alive()
                .with(request -> request.managedScalingPolicy(policy -> policy.computeLimits(limits ->
                        limits.unitType("Instances").minimumCapacityUnits(1).maximumCapacityUnits(5))))
                .run();
        cluster.await(ClusterState.WAITING);
        assertThat(emr.getManagedScalingPolicy(get -> get.clusterId(cluster.id()))
                        .managedScalingPolicy()
                        .computeLimits()
                        .maximumCapacityUnits())
                .isEqualTo(5);
        emr.removeManagedScalingPolicy(remove -> remove.clusterId(cluster.id()));
        assertThat(emr.getManagedScalingPolicy(get -> get.clusterId(cluster.id()))
                        .managedScalingPolicy())
                .isNull();
        String core = groups(cluster).get(1).id();
        emr.putAutoScalingPolicy(put -> put.clusterId(cluster.id())
                .instanceGroupId(core)
                .autoScalingPolicy(policy ->
                        policy.constraints(bounds -> bounds.minCapacity(1).maxCapacity(9))));
        assertThat(groups(cluster).get(1).autoScalingPolicy().constraints().maxCapacity())
                .isEqualTo(9);
        emr.removeAutoScalingPolicy(remove -> remove.clusterId(cluster.id()).instanceGroupId(core));
        assertThat(groups(cluster).get(1).autoScalingPolicy()).isNull();
        cluster.terminate();
    }

    @Test
    void securityConfigurationsAndPublicAccessAreTheAccounts() {
        emr.createSecurityConfiguration(
                create -> create.name("strict").securityConfiguration("{\"EncryptionConfiguration\":{}}"));
        assertThatThrownBy(() -> emr.createSecurityConfiguration(
                        create -> create.name("strict").securityConfiguration("{}")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("already exists");
        assertThat(emr.describeSecurityConfiguration(describe -> describe.name("strict"))
                        .securityConfiguration())
                .isEqualTo("{\"EncryptionConfiguration\":{}}");
        assertThat(emr.listSecurityConfigurations(list -> {}).securityConfigurations())
                .hasSize(1);
        emr.deleteSecurityConfiguration(delete -> delete.name("strict"));
        assertThatThrownBy(() -> emr.deleteSecurityConfiguration(delete -> delete.name("strict")))
                .isInstanceOf(InvalidRequestException.class);

        assertThat(emr.getBlockPublicAccessConfiguration(get -> {})
                        .blockPublicAccessConfiguration()
                        .permittedPublicSecurityGroupRuleRanges()
                        .get(0)
                        .minRange())
                .isEqualTo(22);
        emr.putBlockPublicAccessConfiguration(put -> put.blockPublicAccessConfiguration(
                configuration -> configuration.blockPublicSecurityGroupRules(false)));
        assertThat(emr.getBlockPublicAccessConfiguration(get -> {})
                        .blockPublicAccessConfiguration()
                        .blockPublicSecurityGroupRules())
                .isFalse();
    }

    @Test
    void sessionCredentialsAreForClustersWithRuntimeRoles() {
        emr.createSecurityConfiguration(create -> create.name("roles")
                .securityConfiguration("{\"AuthorizationConfiguration\":{\"IAMConfiguration\":"
                        + "{\"EnableApplicationScopedIAMRole\": true}}}"));
        TestCluster with = lake.cluster()
                .alive()
                .with(request -> request.securityConfiguration("roles"))
                .run();
        TestCluster without = lake.cluster().alive().run();
        with.await(ClusterState.WAITING);
        without.await(ClusterState.WAITING);

        assertThat(emr.getClusterSessionCredentials(get -> get.clusterId(with.id()))
                        .credentials()
                        .usernamePassword()
                        .password())
                .isNotBlank();
        assertThatThrownBy(() -> emr.getClusterSessionCredentials(get -> get.clusterId(without.id())))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Runtime roles are not enabled");
        with.terminate();
        without.terminate();
        emr.deleteSecurityConfiguration(delete -> delete.name("roles"));
    }

    private List<InstanceGroup> groups(TestCluster cluster) {
        return emr.listInstanceGroups(list -> list.clusterId(cluster.id())).instanceGroups();
    }

    private List<Instance> instances(TestCluster cluster, InstanceState state) {
        return emr.listInstances(list -> list.clusterId(cluster.id()).instanceStates(state))
                .instances();
    }
}
