package io.laguna.emulator.scheduler;

import io.laguna.emulator.kit.Caller;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.sync.RequestBody;

/** An operation of a service, which a schedule can call in its owner's name. */
public interface TargetOperation {
    /** Returns an empty builder of the request. */
    SdkPojo newRequest();

    /** Returns the names of the members that every request has. */
    List<String> requiredMembers();

    /** Tells whether the request has a body beside its members, which inputs call {@code Body}. */
    boolean takesBody();

    /** Tells whether the service has built the operation; waits until the service is open. */
    boolean isBuilt();

    /**
     * Calls the operation.
     *
     * @throws AwsServiceException the service's own failure
     * @throws UnsupportedOperationException when the operation is not built
     */
    SdkPojo call(Caller owner, SdkPojo request, RequestBody body);

    /** Returns the HTTP status with which the service answers a failure. */
    int status(AwsServiceException failure);
}
