package io.laguna.emulator.redshift.cluster;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.redshift.record.ClusterRecord;
import io.laguna.emulator.redshift.record.ClusterRecords;
import io.laguna.emulator.redshift.record.Kind;
import io.laguna.emulator.redshift.record.ResourceRecords;
import io.laguna.emulator.redshift.request.Room;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.DescribeResizeRequest;
import software.amazon.awssdk.services.redshift.model.DescribeResizeResponse;
import software.amazon.awssdk.services.redshift.model.PauseClusterRequest;
import software.amazon.awssdk.services.redshift.model.PauseClusterResponse;
import software.amazon.awssdk.services.redshift.model.RebootClusterRequest;
import software.amazon.awssdk.services.redshift.model.RebootClusterResponse;
import software.amazon.awssdk.services.redshift.model.ResizeClusterRequest;
import software.amazon.awssdk.services.redshift.model.ResizeClusterResponse;
import software.amazon.awssdk.services.redshift.model.ResizeInfo;
import software.amazon.awssdk.services.redshift.model.ResizeNotFoundException;
import software.amazon.awssdk.services.redshift.model.ResumeClusterRequest;
import software.amazon.awssdk.services.redshift.model.ResumeClusterResponse;

/**
 * The operations that stop clusters, start them again and change their size. Sizes are figures: a cluster is one
 * PostgreSQL whatever its nodes.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/APIReference/API_PauseCluster.html">PauseCluster</a>
 */
public final class ClusterActions extends Room {
    private static final Set<String> AVAILABLE = Set.of("available");
    private static final Set<String> PAUSED = Set.of("paused");

    private final Caller caller;
    private final ClusterSetting setting;

    public ClusterActions(Caller caller, ClusterSetting setting) {
        this.caller = caller;
        this.setting = setting;
    }

    /** Begins to pause a cluster: its process ends, and its folder stays. */
    @Override
    public PauseClusterResponse pauseCluster(PauseClusterRequest request) {
        return PauseClusterResponse.builder()
                .cluster(begin(request.clusterIdentifier(), AVAILABLE, "pause", record -> record.in("pausing")))
                .build();
    }

    @Override
    public ResumeClusterResponse resumeCluster(ResumeClusterRequest request) {
        return ResumeClusterResponse.builder()
                .cluster(begin(request.clusterIdentifier(), PAUSED, "resume", record -> record.in("resuming")))
                .build();
    }

    /** Begins to restart a cluster, which applies the parameters of its group. */
    @Override
    public RebootClusterResponse rebootCluster(RebootClusterRequest request) {
        return RebootClusterResponse.builder()
                .cluster(begin(request.clusterIdentifier(), AVAILABLE, "reboot", record -> record.in("rebooting")))
                .build();
    }

    @Override
    public ResizeClusterResponse resizeCluster(ResizeClusterRequest request) {
        NewCluster.refuse(request.reservedNodeId(), "ReservedNodeId");
        Cluster resized = begin(request.clusterIdentifier(), AVAILABLE, "resize", record -> {
            Cluster now = record.cluster();
            Nodes nodes = Nodes.of(
                    Optional.ofNullable(request.nodeType()).orElse(now.nodeType()),
                    request.clusterType(),
                    Optional.ofNullable(request.numberOfNodes())
                            .orElse("single-node".equals(request.clusterType()) ? 1 : now.numberOfNodes()));
            return record.with(nodes::into)
                    .with(cluster -> cluster.resizeInfo(ResizeInfo.builder()
                            .resizeType(Boolean.TRUE.equals(request.classic()) ? "ClassicResize" : "ElasticResize")
                            .allowCancelResize(false)
                            .build()))
                    .in("resizing");
        });
        setting.state().write(handle -> {
            ResizeClusterRequest kept = request.toBuilder()
                    .nodeType(resized.nodeType())
                    .numberOfNodes(resized.numberOfNodes())
                    .build();
            new ResourceRecords(handle, caller).save(Kind.RESIZE, resized.clusterIdentifier(), kept);
            return kept;
        });
        return ResizeClusterResponse.builder().cluster(resized).build();
    }

    /** Tells about the last resize of a cluster, which has succeeded unless it still runs. */
    @Override
    public DescribeResizeResponse describeResize(DescribeResizeRequest request) {
        return setting.state().read(handle -> {
            ClusterRecord record = ClusterLookup.find(handle, caller, request.clusterIdentifier());
            ResizeClusterRequest last = new ResourceRecords(handle, caller)
                    .find(Kind.RESIZE, record.identifier())
                    .orElseThrow(() -> ResizeNotFoundException.builder()
                            .message("A resize operation for cluster " + record.identifier() + " was not found.")
                            .build());
            boolean runs = record.status().equals("resizing");
            return DescribeResizeResponse.builder()
                    .targetNodeType(last.nodeType())
                    .targetNumberOfNodes(last.numberOfNodes())
                    .targetClusterType(last.numberOfNodes() > 1 ? "multi-node" : "single-node")
                    .status(runs ? "IN_PROGRESS" : "SUCCEEDED")
                    .resizeType(Boolean.TRUE.equals(last.classic()) ? "ClassicResize" : "ElasticResize")
                    .targetEncryptionType(Boolean.TRUE.equals(record.cluster().encrypted()) ? "KMS" : "NONE")
                    .build();
        });
    }

    /** Lets the work begin that a status stands for. */
    private Cluster begin(String identifier, Set<String> from, String what, UnaryOperator<ClusterRecord> change) {
        Cluster answer = setting.state().write(handle -> {
            ClusterRecord changed = change.apply(ClusterLookup.lock(handle, caller, identifier, from, what));
            new ClusterRecords(handle).save(changed);
            return Answers.of(handle, changed);
        });
        setting.wake().run();
        return answer;
    }
}
