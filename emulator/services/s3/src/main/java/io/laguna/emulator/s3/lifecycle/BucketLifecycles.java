package io.laguna.emulator.s3.lifecycle;

import io.laguna.emulator.s3.bucket.BucketAccess;
import io.laguna.emulator.s3.bucket.BucketDocuments;
import io.laguna.emulator.s3.bucket.BucketDocuments.Kind;
import io.laguna.emulator.s3.call.Arguments;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Members;
import io.laguna.emulator.s3.call.Room;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.s3.model.BucketLifecycleConfiguration;
import software.amazon.awssdk.services.s3.model.DeleteBucketLifecycleRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketLifecycleResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.PutBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketLifecycleConfigurationResponse;

/** Lifecycles of buckets. Expiration is done, by {@link LifecycleSweep}; transitions are kept. */
public final class BucketLifecycles extends Room {
    private static final String DEFAULT_MINIMUM = "all_storage_classes_128K";
    private static final Set<String> MINIMUMS = Set.of(DEFAULT_MINIMUM, "varies_by_storage_class");

    private final BucketAccess access;
    private final BucketDocuments documents;

    public BucketLifecycles(BucketAccess access, BucketDocuments documents) {
        this.access = access;
        this.documents = documents;
    }

    @Override
    public GetBucketLifecycleConfigurationResponse getBucketLifecycleConfiguration(
            GetBucketLifecycleConfigurationRequest request) {
        String bucket = access.bucket(request).name();
        BucketLifecycleConfiguration configuration = documents
                .read(bucket, Kind.LIFECYCLE, BucketLifecycleConfiguration.builder())
                .orElseThrow(Failure.NO_SUCH_LIFECYCLE_CONFIGURATION::exception);
        return GetBucketLifecycleConfigurationResponse.builder()
                .rules(configuration.rules())
                .transitionDefaultMinimumObjectSize(
                        documents.text(bucket, Kind.LIFECYCLE_MINIMUM).orElse(DEFAULT_MINIMUM))
                .build();
    }

    @Override
    public PutBucketLifecycleConfigurationResponse putBucketLifecycleConfiguration(
            PutBucketLifecycleConfigurationRequest request) {
        String bucket = access.bucket(request).name();
        BucketLifecycleConfiguration configuration =
                Optional.ofNullable(request.lifecycleConfiguration()).orElseThrow(Failure.MALFORMED_XML::exception);
        String minimum =
                Members.text(request, "TransitionDefaultMinimumObjectSize").orElse(DEFAULT_MINIMUM);
        if (!MINIMUMS.contains(minimum)) {
            throw Arguments.invalid(
                    "x-amz-transition-default-minimum-object-size",
                    minimum,
                    "Invalid TransitionDefaultMinimumObjectSize found: " + minimum);
        }
        BucketLifecycleConfiguration checked = BucketLifecycleConfiguration.builder()
                .rules(LifecycleRules.checked(configuration.rules()))
                .build();
        documents.writeText(bucket, Kind.LIFECYCLE_MINIMUM, minimum);
        documents.write(bucket, Kind.LIFECYCLE, checked);
        return PutBucketLifecycleConfigurationResponse.builder()
                .transitionDefaultMinimumObjectSize(minimum)
                .build();
    }

    @Override
    public DeleteBucketLifecycleResponse deleteBucketLifecycle(DeleteBucketLifecycleRequest request) {
        String bucket = access.bucket(request).name();
        documents.remove(bucket, Kind.LIFECYCLE);
        documents.remove(bucket, Kind.LIFECYCLE_MINIMUM);
        return DeleteBucketLifecycleResponse.builder().build();
    }
}
