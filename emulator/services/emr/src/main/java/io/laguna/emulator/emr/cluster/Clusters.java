package io.laguna.emulator.emr.cluster;

import io.laguna.emulator.emr.check.JobFlowChecks;
import io.laguna.emulator.emr.record.ClusterRecord;
import io.laguna.emulator.emr.record.ClusterRecords;
import io.laguna.emulator.emr.record.InstanceRecords;
import io.laguna.emulator.emr.request.Failures;
import io.laguna.emulator.emr.request.Room;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.shape.Shapes;
import io.laguna.emulator.kit.state.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.emr.model.BootstrapActionConfig;
import software.amazon.awssdk.services.emr.model.Cluster;
import software.amazon.awssdk.services.emr.model.ClusterSummary;
import software.amazon.awssdk.services.emr.model.ClusterTimeline;
import software.amazon.awssdk.services.emr.model.Command;
import software.amazon.awssdk.services.emr.model.DescribeClusterRequest;
import software.amazon.awssdk.services.emr.model.DescribeClusterResponse;
import software.amazon.awssdk.services.emr.model.ListBootstrapActionsRequest;
import software.amazon.awssdk.services.emr.model.ListBootstrapActionsResponse;
import software.amazon.awssdk.services.emr.model.ListClustersRequest;
import software.amazon.awssdk.services.emr.model.ListClustersResponse;
import software.amazon.awssdk.services.emr.model.ModifyClusterRequest;
import software.amazon.awssdk.services.emr.model.ModifyClusterResponse;

/**
 * The operations that show clusters and change their settings.
 *
 * <p>https://docs.aws.amazon.com/emr/latest/APIReference/API_DescribeCluster.html, API_ListClusters.html and others
 */
public final class Clusters extends Room {
    private static final int PAGE = 50;

    private final Caller caller;
    private final State state;
    private final LivingClusters living;
    private final ClusterLookup lookup;

    public Clusters(Caller caller, State state, LivingClusters living) {
        this.caller = caller;
        this.state = state;
        this.living = living;
        this.lookup = new ClusterLookup(caller, state);
    }

    @Override
    public DescribeClusterResponse describeCluster(DescribeClusterRequest request) {
        return state.read(handle -> {
            ClusterRecord record = lookup.known(handle, request.clusterId());
            int instances = new InstanceRecords(handle, record.id()).instances().size();
            return DescribeClusterResponse.builder()
                    .cluster(record.cluster()
                            .copy(copy -> copy.normalizedInstanceHours(hours(record.cluster(), instances))))
                    .build();
        });
    }

    @Override
    public ListClustersResponse listClusters(ListClustersRequest request) {
        List<ClusterRecord> found = state.read(handle -> new ClusterRecords(handle).all(caller)).stream()
                .filter(record -> request.clusterStates().isEmpty()
                        || request.clusterStates().contains(record.state()))
                .filter(record -> isWithin(request, created(record)))
                .toList();
        Page<ClusterRecord> page = Page.ofOrdered(found, ClusterRecord::id, request.marker(), PAGE, Failures::badToken);
        return ListClustersResponse.builder()
                .clusters(page.entries().stream()
                        .map(record -> Shapes.copy(record.cluster(), ClusterSummary.builder())
                                .build())
                        .toList())
                .marker(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public ModifyClusterResponse modifyCluster(ModifyClusterRequest request) {
        int concurrency = JobFlowChecks.concurrency(request.stepConcurrencyLevel());
        lookup.change(request.clusterId(), change -> {
            if (change.record().isEnding()) {
                throw Failures.notModifiable();
            }
            Optional.ofNullable(request.stepConcurrencyLevel())
                    .ifPresent(level -> change.set(change.cluster().copy(copy -> copy.stepConcurrencyLevel(level))));
            return true;
        });
        living.changed(request.clusterId());
        return ModifyClusterResponse.builder().stepConcurrencyLevel(concurrency).build();
    }

    @Override
    public ListBootstrapActionsResponse listBootstrapActions(ListBootstrapActionsRequest request) {
        List<BootstrapActionConfig> actions = state.read(handle -> {
            ClusterRecord record = lookup.known(handle, request.clusterId());
            return new ClusterRecords(handle).request(record.id()).bootstrapActions();
        });
        return ListBootstrapActionsResponse.builder()
                .bootstrapActions(actions.stream()
                        .map(action -> Command.builder()
                                .name(action.name())
                                .scriptPath(action.scriptBootstrapAction().path())
                                .args(action.scriptBootstrapAction().args())
                                .build())
                        .toList())
                .build();
    }

    private static Instant created(ClusterRecord record) {
        return record.cluster().status().timeline().creationDateTime();
    }

    private static boolean isWithin(ListClustersRequest request, Instant created) {
        return Stream.ofNullable(request.createdAfter()).allMatch(created::isAfter)
                && Stream.ofNullable(request.createdBefore()).allMatch(created::isBefore);
    }

    /** "An approximation of the cost of the cluster": begun hours of each instance, as if all were small ones. */
    private static int hours(Cluster cluster, int instances) {
        ClusterTimeline timeline = cluster.status().timeline();
        return Optional.ofNullable(timeline.readyDateTime())
                .map(ready -> Duration.between(
                        ready, Optional.ofNullable(timeline.endDateTime()).orElseGet(Instant::now)))
                .map(lived -> (int) (lived.toHours() + 1) * instances)
                .orElse(0);
    }
}
