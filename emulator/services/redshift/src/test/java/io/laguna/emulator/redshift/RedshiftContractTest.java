package io.laguna.emulator.redshift;

import static org.awaitility.Awaitility.await;

import io.laguna.emulator.redshift.request.TagLists;
import io.laguna.emulator.testkit.ServiceContract;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.wire.Rooms;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.CreateClusterParameterGroupRequest;
import software.amazon.awssdk.services.redshift.model.CreateClusterRequest;
import software.amazon.awssdk.services.redshift.model.CreateClusterSubnetGroupRequest;
import software.amazon.awssdk.services.redshift.model.TaggedResource;

@ExtendWith(RedshiftLake.class)
class RedshiftContractTest extends ServiceContract<RedshiftClient> {
    private final RedshiftLake.Running lake;
    private Redshift redshift;

    RedshiftContractTest(RedshiftLake.Running lake) {
        super(RedshiftClient.class, "redshift-2012-12-01", "redshift");
        this.lake = lake;
        this.redshift = lake.open();
    }

    @AfterEach
    void close() {
        redshift.close();
    }

    @Override
    protected List<RedshiftClient> rooms() {
        return redshift.rooms(EngineLake.CALLER);
    }

    @Override
    protected void restart() {
        close();
        redshift = lake.open();
    }

    @Override
    protected List<Creation> creations(String name) {
        String identifier = name.replace('_', '-');
        return List.of(
                made -> CreateClusterParameterGroupRequest.builder()
                        .parameterGroupName(identifier)
                        .parameterGroupFamily("redshift-1.0")
                        .description("of the contract")
                        .build(),
                made -> CreateClusterSubnetGroupRequest.builder()
                        .clusterSubnetGroupName(identifier)
                        .description("of the contract")
                        .subnetIds("subnet-1")
                        .build(),
                made -> CreateClusterRequest.builder()
                        .clusterIdentifier(identifier)
                        .nodeType("dc2.large")
                        .masterUsername("admin")
                        .masterUserPassword("Secret-of-tests-1")
                        .build());
    }

    @Override
    protected Map<String, String> known() {
        return Map.of("ParameterGroupFamily", "redshift-1.0");
    }

    @Override
    protected void settle(Map<String, String> made) {
        await().atMost(Duration.ofMinutes(1)).until(() -> client().describeClusters().clusters().stream()
                .allMatch(cluster -> cluster.clusterStatus().equals("available")));
    }

    /** Returns the operations that make a new secret, or new lines of the list of events. */
    @Override
    protected Set<String> differingReads() {
        return Set.of("GetClusterCredentials", "GetClusterCredentialsWithIAM", "DescribeEvents");
    }

    @Override
    protected Set<String> alwaysRefused() {
        return Set.of("CreateClusterSecurityGroup");
    }

    @Override
    protected String taggable(Map<String, String> made) {
        return arn(made.get("ClusterIdentifier"));
    }

    @Override
    protected String missing(Map<String, String> made) {
        return arn("contract-missing");
    }

    private static String arn(String cluster) {
        return EngineLake.CALLER.arn("redshift", "cluster:" + cluster);
    }

    @Override
    protected Optional<Integer> mostTags() {
        return Optional.of(50);
    }

    @Override
    protected Map<String, String> tags(String resource) {
        return TagLists.map(
                client().describeTags(describe -> describe.resourceName(resource)).taggedResources().stream()
                        .map(TaggedResource::tag)
                        .toList());
    }

    private RedshiftClient client() {
        return Rooms.of(RedshiftClient.class, rooms()).client();
    }
}
