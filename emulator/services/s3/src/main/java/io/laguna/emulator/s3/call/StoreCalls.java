package io.laguna.emulator.s3.call;

import io.laguna.emulator.s3.store.object.DeleteMarker;
import io.laguna.emulator.s3.store.object.StoreException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Calls of the store, whose reasons to refuse become S3's errors. */
public final class StoreCalls {
    private StoreCalls() {}

    public static <T> T of(String bucket, String key, Supplier<T> call) {
        return of(bucket, key, Optional.empty(), call);
    }

    /**
     * Calls the store, and answers a refusal of it with the error that S3 has for it.
     *
     * @param versionId that the request names
     */
    public static <T> T of(String bucket, String key, Optional<String> versionId, Supplier<T> call) {
        try {
            return call.get();
        } catch (StoreException e) {
            throw failure(e, bucket, key, versionId);
        }
    }

    private static AwsServiceException failure(
            StoreException failure, String bucket, String key, Optional<String> versionId) {
        return switch (failure.reason()) {
            case NO_SUCH_BUCKET -> noSuchBucket(bucket);
            case INVALID_BUCKET_NAME -> Failure.INVALID_BUCKET_NAME.exception(
                    Failure.INVALID_BUCKET_NAME.message(), Map.of("BucketName", bucket));
            case BUCKET_EXISTS -> Failure.BUCKET_ALREADY_OWNED_BY_YOU.exception(
                    Failure.BUCKET_ALREADY_OWNED_BY_YOU.message(), Map.of("BucketName", bucket));
            case BUCKET_NOT_EMPTY -> Failure.BUCKET_NOT_EMPTY.exception(
                    Failure.BUCKET_NOT_EMPTY.message(), Map.of("BucketName", bucket));
            case INVALID_KEY, LEAVES_BUCKET -> Failure.INVALID_URI.exception(failure.getMessage(), Map.of("URI", key));
            case KEY_TOO_LONG -> Failure.KEY_TOO_LONG.exception(
                    Failure.KEY_TOO_LONG.message(), Map.of("MaxSizeAllowed", "1024"));
            case NO_SUCH_KEY -> noSuchKey(key);
            case NO_SUCH_VERSION -> Failure.NO_SUCH_VERSION.exception(
                    Failure.NO_SUCH_VERSION.message(), Map.of("Key", key, "VersionId", versionId.orElse("")));
            case DELETE_MARKER -> marker(failure.marker().orElseThrow(), versionId);
            case INCOMPLETE_BODY -> Failure.INCOMPLETE_BODY.exception();
            case NO_SUCH_UPLOAD -> Failure.NO_SUCH_UPLOAD.exception();
            case INVALID_PART -> Failure.INVALID_PART.exception();
            case INVALID_PART_ORDER -> Failure.INVALID_PART_ORDER.exception();
            case PART_TOO_SMALL -> Failure.ENTITY_TOO_SMALL.exception();
        };
    }

    public static AwsServiceException noSuchBucket(String bucket) {
        return Failure.NO_SUCH_BUCKET.exception(Failure.NO_SUCH_BUCKET.message(), Map.of("BucketName", bucket));
    }

    public static AwsServiceException noSuchKey(String key) {
        return Failure.NO_SUCH_KEY.exception(Failure.NO_SUCH_KEY.message(), Map.of("Key", key));
    }

    /**
     * Returns the failure for a delete marker: its key is not there, or, asked for by its id, it is there and is no object.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/DeleteMarker.html">Working with delete markers</a>
     */
    private static AwsServiceException marker(DeleteMarker marker, Optional<String> versionId) {
        Map<String, String> headers = Map.of("x-amz-delete-marker", "true", "x-amz-version-id", marker.versionId());
        if (versionId.isEmpty()) {
            return Failure.NO_SUCH_KEY.exception(headers);
        }
        return Failure.METHOD_NOT_ALLOWED.exception(Map.of(
                "x-amz-delete-marker",
                "true",
                "x-amz-version-id",
                marker.versionId(),
                "Allow",
                "DELETE",
                "Last-Modified",
                HttpDates.print(marker.lastModified())));
    }
}
