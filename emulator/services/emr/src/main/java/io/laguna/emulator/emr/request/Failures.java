package io.laguna.emulator.emr.request;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.emr.model.EmrException;
import software.amazon.awssdk.services.emr.model.InvalidRequestException;

/**
 * EMR's failures in EMR's words. The operations that are named after job flows answer ValidationException, which is no
 * shape of the API, those that are named after clusters InvalidRequestException.
 */
public final class Failures {
    private static final int BAD_REQUEST = 400;

    private Failures() {}

    public static EmrException validation(String message) {
        return (EmrException) EmrException.builder()
                .message(message)
                .statusCode(BAD_REQUEST)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("ValidationException")
                        .errorMessage(message)
                        .serviceName("Emr")
                        .build())
                .build();
    }

    public static InvalidRequestException invalid(String message) {
        return InvalidRequestException.builder().message(message).build();
    }

    public static EmrException missing(String member) {
        return validation("1 validation error detected: Value null at '" + member
                + "' failed to satisfy constraint: Member must not be null");
    }

    /** Returns the failure of an operation on job flows whose cluster is not there. */
    public static EmrException noJobFlow() {
        return validation("Specified job flow ID not valid");
    }

    /** Returns the failure of an operation on clusters whose cluster is not there. */
    public static InvalidRequestException noCluster(String id) {
        return invalid("Cluster id '" + id + "' is not valid.");
    }

    public static InvalidRequestException noStep(String id) {
        return invalid("Step id '" + id + "' is not valid.");
    }

    public static EmrException notModifiable() {
        return validation("A job flow that is shutting down, terminated, or finished may not be modified.");
    }

    public static InvalidRequestException badToken() {
        return invalid("The marker is not one that this operation returned.");
    }
}
