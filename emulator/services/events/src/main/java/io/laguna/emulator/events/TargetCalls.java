package io.laguna.emulator.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.eventbridge.model.SqsParameters;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * The calls by which events reach their targets.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html">Targets</a>
 */
final class TargetCalls {
    private static final Logger LOG = LoggerFactory.getLogger(TargetCalls.class);
    private static final int SERVER_ERROR = 500;

    private final State state;
    private final Clock clock;
    private final TargetSettings settings;
    private final Deliveries deliveries;
    private final QueueCalls queues;

    TargetCalls(State state, Clock clock, TargetSettings settings, Deliveries deliveries) {
        this.state = state;
        this.clock = clock;
        this.settings = settings;
        this.deliveries = deliveries;
        this.queues = new QueueCalls(settings.queues());
    }

    /** Tells whether one call takes several events to a target. */
    static boolean takesTogether(Target target) {
        return TargetArn.find(target.arn())
                .filter(arn -> arn.service().equals("sqs"))
                .isPresent();
    }

    /** Takes events to a target, and returns why it does not get each of them; empty for those that it gets. */
    List<Optional<RuntimeException>> call(Target target, RuleRecord rule, List<JsonNode> events) {
        if (takesTogether(target)) {
            return queues.send(
                    TargetArn.find(target.arn()).orElseThrow(),
                    events.stream()
                            .map(event -> TargetInput.of(target, rule, event))
                            .toList(),
                    Optional.ofNullable(target.sqsParameters()).map(SqsParameters::messageGroupId));
        }
        return events.stream().map(event -> attempt(target, rule, event)).toList();
    }

    private Optional<RuntimeException> attempt(Target target, RuleRecord rule, JsonNode event) {
        try {
            call(target, rule, event);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    private void call(Target target, RuleRecord rule, JsonNode event) {
        TargetArn arn = TargetArn.find(target.arn()).orElseThrow();
        String input = TargetInput.of(target, rule, event);
        switch (arn.service()) {
            case "sns" -> settings.topics().apply(arn.owner()).publish(publish -> publish.topicArn(target.arn())
                    .message(input));
            case "lambda" -> settings.functions().apply(arn.owner()).invoke(invoke -> invoke.functionName(target.arn())
                    .invocationType(InvocationType.EVENT)
                    .payload(SdkBytes.fromUtf8String(input)));
            case "logs" -> log(arn, event, input);
            case "events" -> bus(arn, event);
            case "glue" -> settings.workflows()
                    .notifyEvent(
                            arn.owner(),
                            arn.behind("workflow/").orElseThrow(),
                            event.path("id").asText());
            case "redshift", "redshift-serverless" -> RedshiftTarget.call(
                    settings.statements().apply(arn.owner()),
                    target,
                    arn,
                    event.path("id").asText());
            default -> throw new IllegalStateException("A target of " + arn.service());
        }
    }

    private void log(TargetArn arn, JsonNode event, String input) {
        String group = arn.behind("log-group:").orElseThrow().replaceAll(":\\*$", "");
        CloudWatchLogsClient logs = settings.logs().apply(arn.owner());
        String stream = UUID.randomUUID().toString();
        logs.createLogStream(create -> create.logGroupName(group).logStreamName(stream));
        logs.putLogEvents(put -> put.logGroupName(group)
                .logStreamName(stream)
                .logEvents(InputLogEvent.builder()
                        .timestamp(clock.millis())
                        .message(input)
                        .build()));
        LOG.debug("The event {} is in {}", event.path("id").asText(), group);
    }

    /** Puts the event itself on another bus: what a rule makes of it is not for buses. */
    private void bus(TargetArn arn, JsonNode event) {
        String name = arn.behind("event-bus/").orElseThrow();
        state.write(transaction -> {
            BusRecord bus = new BusRecords(transaction)
                    .find(arn.owner(), name, clock.instant())
                    .orElseThrow(() -> Failures.noBus(name));
            Matching matching = new Matching(transaction, deliveries);
            matching.put(bus, event);
            matching.keep();
            return bus;
        });
        deliveries.wake();
    }

    /** Tells whether another attempt would fail as well: the target is not there, or takes no such call. */
    boolean isFinal(RuntimeException failure) {
        return failure instanceof AwsServiceException answered
                && !answered.isThrottlingException()
                && answered.statusCode() < SERVER_ERROR;
    }

    /**
     * Takes an event that its target does not get to the target's dead-letter queue, where it has one.
     *
     * @param retries the attributes that tell of them
     */
    void giveUp(Target target, RuleRecord rule, JsonNode event, Map<String, String> retries, RuntimeException failure) {
        if (target.deadLetterConfig() == null || target.deadLetterConfig().arn() == null) {
            return;
        }
        TargetArn queue = TargetArn.find(target.deadLetterConfig().arn()).orElseThrow();
        Map<String, MessageAttributeValue> attributes = new HashMap<>(Map.of(
                "RULE_ARN", text(rule.arn()),
                "TARGET_ARN", text(target.arn()),
                "ERROR_CODE", text(DeadLetterCode.of(failure).name()),
                "ERROR_MESSAGE", text(String.valueOf(failure.getMessage()))));
        retries.forEach((name, value) -> attributes.put(name, text(value)));
        try {
            queues.send(
                    queue,
                    SendMessageRequest.builder()
                            .messageBody(event instanceof ObjectNode ? event.toString() : "{}")
                            .messageAttributes(attributes));
        } catch (SdkException e) {
            LOG.warn("{} takes no dead letter: {}", queue, e.toString());
        }
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value.isEmpty() ? "-" : value)
                .build();
    }
}
