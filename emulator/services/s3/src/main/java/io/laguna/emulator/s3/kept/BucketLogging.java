package io.laguna.emulator.s3.kept;

import io.laguna.emulator.s3.bucket.BucketAccess;
import io.laguna.emulator.s3.bucket.BucketDocuments;
import io.laguna.emulator.s3.bucket.BucketDocuments.Kind;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Room;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.BucketLoggingStatus;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingResponse;
import software.amazon.awssdk.services.s3.model.LoggingEnabled;
import software.amazon.awssdk.services.s3.model.PutBucketLoggingRequest;
import software.amazon.awssdk.services.s3.model.PutBucketLoggingResponse;
import software.amazon.awssdk.services.s3.model.TargetGrant;
import software.amazon.awssdk.services.s3.model.TargetObjectKeyFormat;

/**
 * The places to which buckets would log who used them. No access log is written.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLogging.html">PutBucketLogging</a>
 */
public final class BucketLogging extends Room {
    private final BucketAccess access;
    private final BucketDocuments documents;

    public BucketLogging(BucketAccess access, BucketDocuments documents) {
        this.access = access;
        this.documents = documents;
    }

    @Override
    public GetBucketLoggingResponse getBucketLogging(GetBucketLoggingRequest request) {
        GetBucketLoggingResponse.Builder response = GetBucketLoggingResponse.builder();
        documents
                .read(access.bucket(request).name(), Kind.LOGGING, LoggingEnabled.builder())
                .ifPresent(response::loggingEnabled);
        return response.build();
    }

    /** Switches logging on, or off where the document has nothing in it. */
    @Override
    public PutBucketLoggingResponse putBucketLogging(PutBucketLoggingRequest request) {
        String bucket = access.bucket(request).name();
        BucketLoggingStatus status = Documents.whole(Optional.ofNullable(request.bucketLoggingStatus()));
        Optional<LoggingEnabled> enabled = Optional.ofNullable(status.loggingEnabled());
        enabled.ifPresent(this::check);
        enabled.ifPresentOrElse(
                each -> documents.write(bucket, Kind.LOGGING, each), () -> documents.remove(bucket, Kind.LOGGING));
        return PutBucketLoggingResponse.builder().build();
    }

    private void check(LoggingEnabled enabled) {
        if (access.store().buckets().find(enabled.targetBucket()).isEmpty()) {
            throw Failure.INVALID_TARGET_BUCKET_FOR_LOGGING.exception();
        }
        for (TargetGrant grant : enabled.targetGrants()) {
            if (grant.grantee() == null || grant.permission() == null) {
                throw Failure.MALFORMED_XML.exception();
            }
            Documents.requireKnown(Optional.of(grant.permission()));
        }
        Optional.ofNullable(enabled.targetObjectKeyFormat()).ifPresent(BucketLogging::checkFormat);
    }

    private static void checkFormat(TargetObjectKeyFormat format) {
        Documents.requireOneMember(format);
        Optional.ofNullable(format.partitionedPrefix())
                .ifPresent(prefix -> Documents.requireKnown(Optional.ofNullable(prefix.partitionDateSource())));
    }
}
