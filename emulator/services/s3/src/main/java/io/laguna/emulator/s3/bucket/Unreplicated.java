package io.laguna.emulator.s3.bucket;

import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Room;
import software.amazon.awssdk.services.s3.model.GetBucketReplicationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketReplicationResponse;

/**
 * Replication, which no bucket here has: asked for, it is not configured, which is true and what AWS answers then. It cannot
 * be configured.
 */
public final class Unreplicated extends Room {
    private final BucketAccess access;

    public Unreplicated(BucketAccess access) {
        this.access = access;
    }

    @Override
    public GetBucketReplicationResponse getBucketReplication(GetBucketReplicationRequest request) {
        access.bucket(request);
        throw Failure.REPLICATION_CONFIGURATION_NOT_FOUND.exception();
    }
}
