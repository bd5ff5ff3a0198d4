package io.laguna.emulator.scheduler;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.scheduler.model.Target;

/**
 * The templates for targets that are called with the schedule's input, not with a request.
 *
 * @see <a href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-templated.html">Templated targets</a>
 */
enum TargetTemplate {
    FUNCTION("lambda", "lambda", "invoke", "function:[a-zA-Z0-9-_]+(:(\\$LATEST|[a-zA-Z0-9-_]+))?"),
    QUEUE("sqs", "sqs", "sendMessage", "[A-Za-z0-9_-]{1,80}(\\.fifo)?"),
    TOPIC("sns", "sns", "publish", "[A-Za-z0-9_-]{1,256}(\\.fifo)?"),
    BUS("events", "eventbridge", "putEvents", "event-bus/[./A-Za-z0-9_-]{1,256}");

    private static final String FIFO = ".fifo";
    private static final int ACCOUNT = 4;
    private static final int NAME = 5;

    private final String prefix;
    private final String service;
    private final String action;
    private final Pattern resource;

    TargetTemplate(String prefix, String service, String action, String resource) {
        this.prefix = prefix;
        this.service = service;
        this.action = action;
        this.resource = Pattern.compile(resource);
    }

    /**
     * Returns the template for an ARN; empty where there is none.
     *
     * @param prefix the service in the ARN
     * @param resource what stands behind the account
     */
    static Optional<TargetTemplate> of(String prefix, String resource) {
        return Arrays.stream(values())
                .filter(each -> each.prefix.equals(prefix)
                        && each.resource.matcher(resource).matches())
                .findFirst();
    }

    /** Returns the name that the SDK for Java gives the service. */
    String service() {
        return service;
    }

    /** Returns the name of the method that is called. */
    String action() {
        return action;
    }

    /** Refuses a target without the parameters that it needs. */
    void check(Target target) {
        if (this == QUEUE
                && target.arn().endsWith(FIFO)
                && (target.sqsParameters() == null || target.sqsParameters().messageGroupId() == null)) {
            throw Failures.invalid("Parameter(s) MessageGroupId not valid for an SQS FIFO queue.");
        }
        if (this == BUS && target.eventBridgeParameters() == null) {
            throw Failures.invalid("EventBridgeParameters must be provided for an event bus.");
        }
    }

    /** Returns the request by which a target gets an input. */
    ObjectNode request(Target target, String input) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        switch (this) {
            case FUNCTION -> request.put("FunctionName", target.arn())
                    .put("InvocationType", "Event")
                    .put("Payload", Base64.getEncoder().encodeToString(input.getBytes(StandardCharsets.UTF_8)));
            case QUEUE -> {
                request.put("QueueUrl", queueUrl(target.arn())).put("MessageBody", input);
                Optional.ofNullable(target.sqsParameters())
                        .ifPresent(parameters -> request.put("MessageGroupId", parameters.messageGroupId()));
            }
            case TOPIC -> request.put("TopicArn", target.arn()).put("Message", input);
            case BUS -> request.putArray("Entries")
                    .addObject()
                    .put("EventBusName", target.arn())
                    .put("Source", target.eventBridgeParameters().source())
                    .put("DetailType", target.eventBridgeParameters().detailType())
                    .put("Detail", input);
        }
        return request;
    }

    /** Returns the URL of a queue, whose host is of no account. */
    static String queueUrl(String arn) {
        String[] parts = arn.split(":", -1);
        return "http://localhost/" + parts[ACCOUNT] + "/" + parts[NAME];
    }
}
