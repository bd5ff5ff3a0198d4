package io.laguna.emulator.redshift.request;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.redshift.model.ClusterAlreadyExistsException;
import software.amazon.awssdk.services.redshift.model.ClusterNotFoundException;
import software.amazon.awssdk.services.redshift.model.ClusterSnapshotAlreadyExistsException;
import software.amazon.awssdk.services.redshift.model.ClusterSnapshotNotFoundException;
import software.amazon.awssdk.services.redshift.model.InvalidClusterStateException;
import software.amazon.awssdk.services.redshift.model.RedshiftException;
import software.amazon.awssdk.services.redshift.model.ResourceNotFoundException;

/** The failures of Redshift, in its own words. */
public final class Failures {
    private static final int BAD_REQUEST = 400;

    private Failures() {}

    /** Returns a failure that AWS answers to every operation and that its model does not name. */
    public static RedshiftException common(String code, String message) {
        return (RedshiftException) RedshiftException.builder()
                .statusCode(BAD_REQUEST)
                .message(message)
                .awsErrorDetails(details(code, message))
                .build();
    }

    /** Returns what the SDK's waiters read of a failure. */
    private static AwsErrorDetails details(String code, String message) {
        return AwsErrorDetails.builder().errorCode(code).errorMessage(message).build();
    }

    public static RedshiftException validation(String message) {
        return common("ValidationError", message);
    }

    public static RedshiftException parameter(String message) {
        return common("InvalidParameterValue", message);
    }

    public static RedshiftException combination(String message) {
        return common("InvalidParameterCombination", message);
    }

    public static RedshiftException notBuilt(String what) {
        return parameter(what + " is not implemented by Laguna.");
    }

    public static RedshiftException badMarker() {
        return parameter("The marker is not one that this operation has returned.");
    }

    public static ClusterNotFoundException noCluster(String identifier) {
        String message = "Cluster " + identifier + " not found.";
        return ClusterNotFoundException.builder()
                .message(message)
                .awsErrorDetails(details("ClusterNotFound", message))
                .build();
    }

    public static ClusterAlreadyExistsException clusterExists() {
        return ClusterAlreadyExistsException.builder()
                .message("Cluster already exists")
                .build();
    }

    public static InvalidClusterStateException state(String message) {
        return InvalidClusterStateException.builder().message(message).build();
    }

    public static ClusterSnapshotNotFoundException noSnapshot(String identifier) {
        String message = "Snapshot not found: " + identifier;
        return ClusterSnapshotNotFoundException.builder()
                .message(message)
                .awsErrorDetails(details("ClusterSnapshotNotFound", message))
                .build();
    }

    public static ClusterSnapshotAlreadyExistsException snapshotExists(String identifier) {
        return ClusterSnapshotAlreadyExistsException.builder()
                .message("Cannot create the snapshot because a snapshot with the identifier " + identifier
                        + " already exists.")
                .build();
    }

    public static ResourceNotFoundException noResource(String what) {
        return ResourceNotFoundException.builder().message(what + " not found.").build();
    }
}
