package io.laguna.emulator.s3.kept;

import io.laguna.emulator.s3.bucket.BucketAccess;
import io.laguna.emulator.s3.bucket.BucketDocuments;
import io.laguna.emulator.s3.bucket.BucketDocuments.Kind;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Room;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.AccelerateConfiguration;
import software.amazon.awssdk.services.s3.model.BucketAccelerateStatus;
import software.amazon.awssdk.services.s3.model.GetBucketAccelerateConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketAccelerateConfigurationResponse;
import software.amazon.awssdk.services.s3.model.PutBucketAccelerateConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketAccelerateConfigurationResponse;

/**
 * Whether buckets have transfer acceleration. There are no edge locations, so nothing is faster.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAccelerateConfiguration.html">PutBucketAccelerateConfiguration</a>
 */
public final class BucketAcceleration extends Room {
    private final BucketAccess access;
    private final BucketDocuments documents;

    public BucketAcceleration(BucketAccess access, BucketDocuments documents) {
        this.access = access;
        this.documents = documents;
    }

    /** Returns no status for a bucket for which none was ever put. */
    @Override
    public GetBucketAccelerateConfigurationResponse getBucketAccelerateConfiguration(
            GetBucketAccelerateConfigurationRequest request) {
        GetBucketAccelerateConfigurationResponse.Builder response = GetBucketAccelerateConfigurationResponse.builder();
        documents.text(access.bucket(request).name(), Kind.ACCELERATION).ifPresent(response::status);
        return response.build();
    }

    @Override
    public PutBucketAccelerateConfigurationResponse putBucketAccelerateConfiguration(
            PutBucketAccelerateConfigurationRequest request) {
        String bucket = access.bucket(request).name();
        BucketAccelerateStatus status = Optional.ofNullable(request.accelerateConfiguration())
                .map(AccelerateConfiguration::status)
                .filter(each -> each != BucketAccelerateStatus.UNKNOWN_TO_SDK_VERSION)
                .orElseThrow(Failure.MALFORMED_XML::exception);
        if (bucket.indexOf('.') >= 0) {
            throw Failure.INVALID_REQUEST.exception(
                    "S3 Transfer Acceleration is not supported for buckets with periods (.) in their names");
        }
        documents.writeText(bucket, Kind.ACCELERATION, status.toString());
        return PutBucketAccelerateConfigurationResponse.builder().build();
    }
}
