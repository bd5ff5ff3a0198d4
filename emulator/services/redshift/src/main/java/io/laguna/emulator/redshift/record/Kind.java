package io.laguna.emulator.redshift.record;

import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.redshift.model.ClusterParameterGroup;
import software.amazon.awssdk.services.redshift.model.ClusterSubnetGroup;
import software.amazon.awssdk.services.redshift.model.EnableLoggingRequest;
import software.amazon.awssdk.services.redshift.model.ModifyClusterParameterGroupRequest;
import software.amazon.awssdk.services.redshift.model.ResizeClusterRequest;
import software.amazon.awssdk.services.redshift.model.SnapshotCopyGrant;
import software.amazon.awssdk.services.redshift.model.SnapshotSchedule;
import software.amazon.awssdk.services.redshift.model.UsageLimit;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * A kind of what is kept under a name.
 *
 * @param name the kind in the state; also in ARNs, where it has some
 */
public record Kind<T extends SdkPojo>(String name, Supplier<? extends SdkBuilder<?, T>> builder) {
    public static final Kind<ClusterParameterGroup> PARAMETER_GROUP =
            new Kind<>("parametergroup", ClusterParameterGroup::builder);
    /** The parameters of a group that were set, in the form of the request. */
    public static final Kind<ModifyClusterParameterGroupRequest> PARAMETERS =
            new Kind<>("parameters", ModifyClusterParameterGroupRequest::builder);

    public static final Kind<ClusterSubnetGroup> SUBNET_GROUP = new Kind<>("subnetgroup", ClusterSubnetGroup::builder);
    /** The logging of a cluster, in the form of the request. */
    public static final Kind<EnableLoggingRequest> LOGGING = new Kind<>("logging", EnableLoggingRequest::builder);
    /** The last resize of a cluster, in the form of the request. */
    public static final Kind<ResizeClusterRequest> RESIZE = new Kind<>("resize", ResizeClusterRequest::builder);

    public static final Kind<SnapshotCopyGrant> COPY_GRANT =
            new Kind<>("snapshotcopygrant", SnapshotCopyGrant::builder);
    public static final Kind<SnapshotSchedule> SCHEDULE = new Kind<>("snapshotschedule", SnapshotSchedule::builder);
    public static final Kind<UsageLimit> USAGE_LIMIT = new Kind<>("usagelimit", UsageLimit::builder);
}
