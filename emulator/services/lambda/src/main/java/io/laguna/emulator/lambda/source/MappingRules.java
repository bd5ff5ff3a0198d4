package io.laguna.emulator.lambda.source;

import io.laguna.emulator.lambda.record.Version;
import io.laguna.emulator.lambda.request.Constraints;
import io.laguna.emulator.lambda.request.Failures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionResponseType;
import software.amazon.awssdk.services.lambda.model.ScalingConfig;
import software.amazon.awssdk.services.lambda.model.UpdateEventSourceMappingRequest;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/**
 * The rules for event source mappings.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html">CreateEventSourceMapping</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-parameters.html">Parameters of SQS sources</a>
 */
final class MappingRules {
    private static final int MOST = 10_000;
    private static final int MOST_WITHOUT_WINDOW = 10;
    private static final int LONGEST_WINDOW = 300;

    private static final List<String> OF_OTHER_SOURCES = List.of(
            "StartingPosition",
            "StartingPositionTimestamp",
            "ParallelizationFactor",
            "DestinationConfig",
            "MaximumRecordAgeInSeconds",
            "BisectBatchOnFunctionError",
            "MaximumRetryAttempts",
            "TumblingWindowInSeconds",
            "Topics",
            "Queues",
            "SourceAccessConfigurations",
            "AmazonManagedKafkaEventSourceConfig",
            "SelfManagedKafkaEventSourceConfig",
            "DocumentDBEventSourceConfig");

    private static final Map<String, String> NOT_BUILT = Map.of(
            "KMSKeyArn", "encrypted filters",
            "MetricsConfig", "metrics of event source mappings",
            "ProvisionedPollerConfig", "provisioned pollers");

    private MappingRules() {}

    static void check(CreateEventSourceMappingRequest request) {
        new Constraints()
                .length("eventSourceArn", request.eventSourceArn(), 12, 1024)
                .range("batchSize", request.batchSize(), 1, MOST)
                .range("maximumBatchingWindowInSeconds", request.maximumBatchingWindowInSeconds(), 0, LONGEST_WINDOW)
                .tags(request.tags())
                .check();
        shared(request.functionResponseTypesAsStrings(), request.scalingConfig());
        MessageFilter.check(request.filterCriteria());
        foreign("self-managed event sources", Optional.ofNullable(request.selfManagedEventSource()));
        if (request.eventSourceArn() == null) {
            throw Failures.invalid("Event source ARN is required.");
        }
        if (QueueArn.of(request.eventSourceArn()).isEmpty()) {
            throw unknown(request.eventSourceArn());
        }
        foreign(request);
    }

    static void check(UpdateEventSourceMappingRequest request) {
        new Constraints()
                .range("batchSize", request.batchSize(), 1, MOST)
                .range("maximumBatchingWindowInSeconds", request.maximumBatchingWindowInSeconds(), 0, LONGEST_WINDOW)
                .check();
        shared(request.functionResponseTypesAsStrings(), request.scalingConfig());
        MessageFilter.check(request.filterCriteria());
        foreign(request);
    }

    /** Checks what depends on several members, the queue and the function. */
    static void check(EventSourceMappingConfiguration mapping, Version function, SqsClient sqs) {
        QueueArn queue = QueueArn.of(mapping.eventSourceArn()).orElseThrow();
        int window = mapping.maximumBatchingWindowInSeconds();
        if (queue.isFifo() && window > 0) {
            throw Failures.invalid("Batching window is not supported for FIFO queues.");
        }
        if (mapping.batchSize() > MOST_WITHOUT_WINDOW && queue.isFifo()) {
            throw Failures.invalid("Batch size for FIFO queues cannot be greater than 10.");
        }
        if (mapping.batchSize() > MOST_WITHOUT_WINDOW && window == 0) {
            throw Failures.invalid(
                    "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater"
                            + " than 10");
        }
        int visibility = visibility(queue, sqs);
        int timeout = function.configuration().timeout();
        if (visibility < timeout) {
            throw Failures.invalid("Queue visibility timeout: " + visibility
                    + " seconds is less than Function timeout: " + timeout + " seconds");
        }
    }

    private static int visibility(QueueArn queue, SqsClient sqs) {
        try {
            String url = sqs.getQueueUrl(get -> get.queueName(queue.name())
                            .queueOwnerAWSAccountId(queue.owner().accountId()))
                    .queueUrl();
            return Integer.parseInt(sqs.getQueueAttributes(
                            get -> get.queueUrl(url).attributeNames(QueueAttributeName.VISIBILITY_TIMEOUT))
                    .attributes()
                    .get(QueueAttributeName.VISIBILITY_TIMEOUT));
        } catch (QueueDoesNotExistException e) {
            throw Failures.invalid("Error occurred while ReceiveMessage. SQS Error Code:"
                    + " AWS.SimpleQueueService.NonExistentQueue. SQS Error Message: The specified queue does not exist"
                    + " or you do not have access to it.");
        }
    }

    private static void shared(List<String> responseTypes, ScalingConfig scaling) {
        new Constraints().size("functionResponseTypes", responseTypes, 0, 1).check();
        responseTypes.forEach(type -> new Constraints()
                .oneOf("functionResponseTypes", type, FunctionResponseType.knownValues())
                .check());
        Optional.ofNullable(scaling).map(ScalingConfig::maximumConcurrency).ifPresent(most -> new Constraints()
                .range("scalingConfig.maximumConcurrency", most, 2, 1000)
                .check());
    }

    private static RuntimeException unknown(String arn) {
        String[] parts = arn.split(":", -1);
        return parts.length > 5 && parts[0].equals("arn") && !parts[2].equals("sqs")
                ? Failures.notBuilt("event source mappings of " + parts[2]
                        + ": functions get the messages of Amazon SQS. Notifications of S3, topics, rules, schedules and"
                        + " invocations reach them too")
                : Failures.validation("1 validation error detected: Value '" + arn
                        + "' at 'eventSourceArn' failed to satisfy constraint: Member must be the ARN of a queue");
    }

    /** Refuses what only sources of other kinds have, and what is not built. */
    private static void foreign(SdkPojo request) {
        for (String member : OF_OTHER_SOURCES) {
            if (isGiven(request, member)) {
                throw Failures.invalid(member + " is not supported for SQS event sources.");
            }
        }
        NOT_BUILT.forEach((member, what) -> {
            if (isGiven(request, member)) {
                throw Failures.notBuilt(what);
            }
        });
    }

    private static boolean isGiven(SdkPojo request, String member) {
        return request.sdkFields().stream()
                .filter(field -> field.memberName().equals(member))
                .map(field -> field.getValueOrDefault(request))
                .anyMatch(value -> value instanceof List<?> list ? !list.isEmpty() : value != null);
    }

    private static void foreign(String what, Optional<?> given) {
        if (given.isPresent()) {
            throw Failures.notBuilt(what);
        }
    }
}
