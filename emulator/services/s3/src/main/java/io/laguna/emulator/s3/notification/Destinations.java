package io.laguna.emulator.s3.notification;

import io.laguna.emulator.kit.policy.PolicyContext;
import io.laguna.emulator.kit.policy.ResourcePolicy;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** The functions, queues and topics of the lake, as buckets call them. */
record Destinations(NotificationSettings settings) {
    private static final String SUBJECT = "Amazon S3 Notification";

    /** Returns why a bucket may not send to a destination, in AWS's words; empty where it may. */
    Optional<String> refusal(DestinationArn destination, PolicyContext bucket) {
        try {
            return ResourcePolicy.read(policy(destination))
                            .allows(destination.kind().action(), destination.text(), bucket)
                    ? Optional.empty()
                    : Optional.of(notAllowed(destination));
        } catch (ResourceNotFoundException e) {
            // A function without a policy answers as one that is not there.
            return Optional.of(notAllowed(destination));
        } catch (QueueDoesNotExistException e) {
            return Optional.of("The destination queue does not exist");
        } catch (NotFoundException e) {
            return Optional.of("The destination topic does not exist");
        }
    }

    private static String notAllowed(DestinationArn destination) {
        return switch (destination.kind()) {
            case FUNCTION -> "Not authorized to invoke function [" + destination.text() + "]";
            case QUEUE -> "Permissions on the destination queue do not allow S3 to publish notifications from this bucket";
            case TOPIC -> "Permissions on the destination topic do not allow S3 to publish notifications from this bucket";
        };
    }

    private String policy(DestinationArn destination) {
        return switch (destination.kind()) {
            case FUNCTION -> settings.lambda()
                    .apply(destination.owner())
                    .getPolicy(get -> get.functionName(destination.name())
                            .qualifier(destination.qualifier().orElse(null)))
                    .policy();
            case QUEUE -> {
                SqsClient queues = settings.queues().apply(destination.owner());
                String url = url(queues, destination);
                Map<QueueAttributeName, String> attributes = queues.getQueueAttributes(
                                get -> get.queueUrl(url).attributeNames(QueueAttributeName.POLICY))
                        .attributes();
                yield attributes.getOrDefault(QueueAttributeName.POLICY, "{}");
            }
            case TOPIC -> settings.topics()
                    .apply(destination.owner())
                    .getTopicAttributes(get -> get.topicArn(destination.text()))
                    .attributes()
                    .getOrDefault("Policy", "{}");
        };
    }

    private static String url(SqsClient queues, DestinationArn destination) {
        return queues.getQueueUrl(get -> get.queueName(destination.name())
                        .queueOwnerAWSAccountId(destination.owner().accountId()))
                .queueUrl();
    }

    /** Sends a message; returns whether there was somebody to take it. */
    boolean send(DestinationArn destination, String message) {
        try {
            switch (destination.kind()) {
                case FUNCTION -> settings.lambda().apply(destination.owner()).invoke(invoke -> invoke.functionName(
                                destination.name())
                        .qualifier(destination.qualifier().orElse(null))
                        .invocationType(InvocationType.EVENT)
                        .payload(SdkBytes.fromUtf8String(message)));
                case QUEUE -> {
                    SqsClient queues = settings.queues().apply(destination.owner());
                    String url = url(queues, destination);
                    queues.sendMessage(send -> send.queueUrl(url).messageBody(message));
                }
                case TOPIC -> settings.topics().apply(destination.owner()).publish(publish -> publish.topicArn(
                                destination.text())
                        .subject(SUBJECT)
                        .message(message));
            }
            return true;
        } catch (ResourceNotFoundException | QueueDoesNotExistException | NotFoundException e) {
            return false;
        }
    }
}
