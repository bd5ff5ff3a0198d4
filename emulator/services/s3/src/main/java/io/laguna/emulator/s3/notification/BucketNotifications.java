package io.laguna.emulator.s3.notification;

import io.laguna.emulator.kit.policy.InvokePermission;
import io.laguna.emulator.kit.shape.Shapes;
import io.laguna.emulator.s3.bucket.BucketAccess;
import io.laguna.emulator.s3.bucket.BucketDocuments;
import io.laguna.emulator.s3.bucket.BucketDocuments.Kind;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Room;
import io.laguna.emulator.s3.store.bucket.Bucket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;
import software.amazon.awssdk.services.s3.model.PutBucketNotificationConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketNotificationConfigurationResponse;

/**
 * Whom buckets notify. A destination has to exist and to let S3 call it when it is named. Queues and topics do not exist here,
 * and are refused in AWS's words. Events for EventBridge go to the bus of the lake.
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
        asked.queueConfigurations().forEach(each -> {
            throw notValid(String.valueOf(each.queueArn()), "The destination queue does not exist");
        });
        asked.topicConfigurations().forEach(each -> {
            throw notValid(String.valueOf(each.topicArn()), "The destination topic does not exist");
        });
        List<LambdaFunctionConfiguration> functions = ConfigurationRules.checked(asked.lambdaFunctionConfigurations());
        boolean validate = !Boolean.TRUE.equals(request.skipDestinationValidation());
        functions.forEach(each -> checkRegion(bucket, each.lambdaFunctionArn()));
        if (validate) {
            functions.forEach(each -> checkDestination(bucket, each.lambdaFunctionArn()));
        }
        if (functions.isEmpty() && asked.eventBridgeConfiguration() == null) {
            documents.remove(bucket.name(), Kind.NOTIFICATION);
        } else {
            documents.write(
                    bucket.name(),
                    Kind.NOTIFICATION,
                    asked.toBuilder().lambdaFunctionConfigurations(functions).build());
        }
        return PutBucketNotificationConfigurationResponse.builder().build();
    }

    /** A folder that was made by hand is in no region. */
    private static void checkRegion(Bucket bucket, String arn) {
        String region = FunctionArn.of(arn).orElseThrow().owner().region();
        if (bucket.region().filter(own -> !own.equals(region)).isPresent()) {
            throw Failure.INVALID_ARGUMENT.exception(
                    "The notification destination service region is not valid for the bucket location constraint");
        }
    }

    private void checkDestination(Bucket bucket, String arn) {
        FunctionArn function = FunctionArn.of(arn).orElseThrow();
        LambdaClient lambda = notifications
                .lambda(function.owner())
                .orElseThrow(() -> notValid(arn, "The destination Lambda does not exist"));
        InvokePermission permission = new InvokePermission(
                "s3.amazonaws.com",
                "arn:aws:s3:::" + bucket.name(),
                access.caller().accountId());
        try {
            String policy = lambda.getPolicy(get -> get.functionName(function.name())
                            .qualifier(function.qualifier().orElse(null)))
                    .policy();
            if (!permission.isIn(policy)) {
                throw notValid(arn, "Not authorized to invoke function [" + arn + "]");
            }
        } catch (ResourceNotFoundException e) {
            throw notValid(arn, "Not authorized to invoke function [" + arn + "]");
        }
    }

    private static AwsServiceException notValid(String arn, String reason) {
        return Failure.INVALID_ARGUMENT.exception(NOT_VALID, Map.of("ArgumentName1", arn, "ArgumentValue1", reason));
    }
}
