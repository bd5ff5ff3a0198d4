package io.laguna.emulator.s3.bucket;

import io.laguna.emulator.kit.shape.Shapes;
import io.laguna.emulator.s3.bucket.BucketDocuments.Kind;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Room;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;
import software.amazon.awssdk.services.s3.model.PutBucketNotificationConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketNotificationConfigurationResponse;

/**
 * Whom buckets notify. A destination has to exist and to take messages from S3 when it is named; queues, topics and functions do
 * not exist here, and are refused in AWS's words.
 */
public final class BucketNotifications extends Room {
    private final BucketAccess access;
    private final BucketDocuments documents;

    public BucketNotifications(BucketAccess access, BucketDocuments documents) {
        this.access = access;
        this.documents = documents;
    }

    @Override
    public GetBucketNotificationConfigurationResponse getBucketNotificationConfiguration(
            GetBucketNotificationConfigurationRequest request) {
        NotificationConfiguration configuration = documents
                .read(access.bucket(request).name(), Kind.NOTIFICATION, NotificationConfiguration.builder())
                .orElseGet(() -> NotificationConfiguration.builder().build());
        return Shapes.copy(configuration, GetBucketNotificationConfigurationResponse.builder())
                .build();
    }

    @Override
    public PutBucketNotificationConfigurationResponse putBucketNotificationConfiguration(
            PutBucketNotificationConfigurationRequest request) {
        String bucket = access.bucket(request).name();
        NotificationConfiguration configuration =
                Optional.ofNullable(request.notificationConfiguration()).orElseThrow(Failure.MALFORMED_XML::exception);
        boolean unknown = !configuration.queueConfigurations().isEmpty()
                || !configuration.topicConfigurations().isEmpty()
                || !configuration.lambdaFunctionConfigurations().isEmpty();
        if (unknown) {
            throw Failure.INVALID_ARGUMENT.exception("Unable to validate the following destination configurations");
        }
        documents.write(bucket, Kind.NOTIFICATION, configuration);
        return PutBucketNotificationConfigurationResponse.builder().build();
    }
}
