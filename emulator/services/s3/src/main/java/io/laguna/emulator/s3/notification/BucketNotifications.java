package io.laguna.emulator.s3.notification;

import io.laguna.emulator.kit.policy.PolicyContext;
import io.laguna.emulator.kit.shape.Shapes;
import io.laguna.emulator.s3.bucket.BucketAccess;
import io.laguna.emulator.s3.bucket.BucketDocuments;
import io.laguna.emulator.s3.bucket.BucketDocuments.Kind;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Room;
import io.laguna.emulator.s3.store.bucket.Bucket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;
import software.amazon.awssdk.services.s3.model.PutBucketNotificationConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketNotificationConfigurationResponse;

/**
 * The operations on the notification configurations of buckets. A destination has to exist and to let S3 call it when it is
 * named; queues and topics then get a test event. Events for EventBridge go to the bus of the lake.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketNotificationConfiguration.html">API</a>
 */
public final class BucketNotifications extends Room {
    private static final String NOT_VALID = "Unable to validate the following destination configurations";

    private final BucketAccess access;
    private final BucketDocuments documents;
    private final Notifications notifications;

    public BucketNotifications(BucketAccess access, BucketDocuments documents, Notifications notifications) {
        this.access = access;
        this.documents = documents;
        this.notifications = notifications;
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
        Bucket bucket = access.bucket(request);
        NotificationConfiguration asked =
                Optional.ofNullable(request.notificationConfiguration()).orElseThrow(Failure.MALFORMED_XML::exception);
        NotificationConfiguration checked = ConfigurationRules.checked(asked);
        List<DestinationArn> destinations = NotificationRule.of(checked).stream()
                .map(NotificationRule::destination)
                .distinct()
                .toList();
        destinations.forEach(each -> checkRegion(bucket, each));
        if (!Boolean.TRUE.equals(request.skipDestinationValidation())) {
            notifications.destinations().ifPresent(there -> validate(bucket, destinations, there));
        }
        if (destinations.isEmpty() && asked.eventBridgeConfiguration() == null) {
            documents.remove(bucket.name(), Kind.NOTIFICATION);
        } else {
            documents.write(bucket.name(), Kind.NOTIFICATION, checked);
        }
        return PutBucketNotificationConfigurationResponse.builder().build();
    }

    /** A folder that was made by hand is in no region. */
    private static void checkRegion(Bucket bucket, DestinationArn destination) {
        String region = destination.owner().region();
        if (bucket.region().filter(own -> !own.equals(region)).isPresent()) {
            throw Failure.INVALID_ARGUMENT.exception(
                    "The notification destination service region is not valid for the bucket location constraint");
        }
    }

    /** Refuses destinations that are not there or do not let the bucket in; the others get a message to try. */
    private void validate(Bucket bucket, List<DestinationArn> destinations, Destinations there) {
        PolicyContext context = new PolicyContext(
                "s3.amazonaws.com",
                "arn:aws:s3:::" + bucket.name(),
                access.caller().accountId());
        for (DestinationArn each : destinations) {
            there.refusal(each, context).ifPresent(reason -> {
                throw Failure.INVALID_ARGUMENT.exception(
                        NOT_VALID, Map.of("ArgumentName1", each.text(), "ArgumentValue1", reason));
            });
        }
        String message = new TestEvent(bucket.name(), Instant.now()).message();
        destinations.stream()
                .filter(each -> each.kind() != DestinationArn.Kind.FUNCTION)
                .forEach(each -> there.send(each, message));
    }
}
