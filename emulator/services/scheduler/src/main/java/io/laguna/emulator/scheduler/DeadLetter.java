package io.laguna.emulator.scheduler;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.scheduler.model.DeadLetterConfig;
import software.amazon.awssdk.services.scheduler.model.Target;

/**
 * The message that a schedule's dead-letter queue gets of an invocation that has failed for good.
 *
 * @see <a href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html">Dead-letter queues</a>
 */
record DeadLetter(ScheduleRecord schedule, Occurrence occurrence, int attempts, String reason) {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetter.class);

    /** Returns the ARN of a target's queue. */
    static Optional<String> queue(Target target) {
        return Optional.ofNullable(target.deadLetterConfig()).map(DeadLetterConfig::arn);
    }

    /** Sends the message, if the schedule has a queue for it. A queue that does not take it is named in the log. */
    void send(TargetServices services) {
        Target target = schedule.definition().target();
        queue(target)
                .ifPresent(queue -> services.operation("sqs", "sendMessage").ifPresent(operation -> {
                    try {
                        operation.call(
                                schedule.owner(),
                                RequestInput.read(request(queue, target).toString(), operation, "")
                                        .request(),
                                RequestBody.empty());
                    } catch (SdkException e) {
                        LOG.warn("{} takes no dead letter: {}", queue, e.toString());
                    }
                }));
    }

    private ObjectNode request(String queue, Target target) {
        int colon = reason.indexOf(": ");
        Map<String, String> attributes = new TreeMap<>(Map.of(
                "SCHEDULE_ARN", schedule.definition().arn(),
                "TARGET_ARN", target.arn(),
                "EXECUTION_ID", occurrence.id().toString(),
                "SCHEDULED_TIME", occurrence.scheduledAt().toString(),
                "RETRY_ATTEMPTS", Integer.toString(attempts - 1),
                "IS_PAYLOAD_TRUNCATED", "false",
                "ERROR_CODE", colon < 0 ? "InternalServerError" : reason.substring(0, colon),
                "ERROR_MESSAGE", colon < 0 ? reason : reason.substring(colon + 2)));
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("QueueUrl", TargetTemplate.queueUrl(queue))
                .put(
                        "MessageBody",
                        ContextAttributes.fill(
                                target.input(),
                                schedule.definition().arn(),
                                occurrence.scheduledAt(),
                                occurrence.id().toString(),
                                attempts));
        ObjectNode all = request.putObject("MessageAttributes");
        attributes.forEach((name, value) ->
                all.putObject(name).put("DataType", "String").put("StringValue", value.isEmpty() ? "-" : value));
        return request;
    }
}
