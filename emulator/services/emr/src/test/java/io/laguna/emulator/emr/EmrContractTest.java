package io.laguna.emulator.emr;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.testkit.ServiceContract;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.Cluster;
import software.amazon.awssdk.services.emr.model.ClusterState;
import software.amazon.awssdk.services.emr.model.CreateSecurityConfigurationRequest;
import software.amazon.awssdk.services.emr.model.Tag;

@ExtendWith(EmrLake.class)
class EmrContractTest extends ServiceContract<EmrClient> {
    private static final Caller CALLER = new Caller("222222222222", "eu-west-1");

    private final EmrLake.Running lake;

    EmrContractTest(EmrLake.Running lake) {
        super(EmrClient.class, "elasticmapreduce-2009-03-31", "elasticmapreduce");
        this.lake = lake;
    }

    @Override
    protected List<EmrClient> rooms() {
        return lake.rooms(CALLER);
    }

    @Override
    protected void restart() {
        lake.close(() -> {});
    }

    @Override
    protected List<Creation> creations(String name) {
        return List.of(
                made -> CreateSecurityConfigurationRequest.builder()
                        .name(name)
                        .securityConfiguration("{}")
                        .build(),
                made -> TestCluster.request()
                        .name(name)
                        .instances(instances -> instances
                                .instanceCount(1)
                                .masterInstanceType("m5.xlarge")
                                .keepJobFlowAliveWhenNoSteps(true))
                        .build());
    }

    @Override
    protected Map<String, String> known(Map<String, String> made) {
        return Map.of("ClusterId", made.get("JobFlowId"));
    }

    @Override
    protected void settle(Map<String, String> made) {
        Awaitility.await()
                .atMost(TestCluster.PATIENCE)
                .until(() -> cluster(made.get("JobFlowId")).status().state() == ClusterState.WAITING);
    }

    @Override
    protected String taggable(Map<String, String> made) {
        return made.get("JobFlowId");
    }

    @Override
    protected String missing(Map<String, String> made) {
        return "j-0000000000000";
    }

    @Override
    protected Optional<Integer> mostTags() {
        return Optional.empty();
    }

    @Override
    protected Map<String, String> tags(String resource) {
        return cluster(resource).tags().stream().collect(Collectors.toMap(Tag::key, Tag::value));
    }

    private Cluster cluster(String id) {
        return lake.client(CALLER)
                .describeCluster(describe -> describe.clusterId(id))
                .cluster();
    }
}
