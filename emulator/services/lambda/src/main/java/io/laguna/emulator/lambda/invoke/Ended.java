package io.laguna.emulator.lambda.invoke;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.lambda.environment.InvocationResult;
import io.laguna.emulator.lambda.invoke.Messages.Attribute;
import io.laguna.emulator.lambda.record.Version;
import io.laguna.emulator.lambda.request.FunctionName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The end of an asynchronous invocation that is not tried again.
 *
 * @param condition {@code Success}, {@code RetriesExhausted}, {@code EventAgeExceeded}
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html">Records</a>
 */
record Ended(
        LaterInvocation later, Version version, String condition, int attempts, Optional<InvocationResult> result) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;

    /** "The first 1 KB of the error message". */
    private static final int MOST_OF_MESSAGE = 1024;

    static Ended well(LaterInvocation later, Version version, int attempts, InvocationResult result) {
        return new Ended(later, version, "Success", attempts, Optional.of(result));
    }

    static Ended badly(LaterInvocation later, Version version, int attempts, InvocationResult result) {
        return new Ended(later, version, "RetriesExhausted", attempts, Optional.of(result));
    }

    static Ended tooOld(LaterInvocation later, Version version, int attempts) {
        return new Ended(later, version, "EventAgeExceeded", attempts, Optional.empty());
    }

    /** Returns the end of an invocation that is not made, because the function would invoke itself for ever. */
    static Ended looping(LaterInvocation later, Version version, int attempts) {
        return new Ended(later, version, "RetriesExhausted", attempts, Optional.empty());
    }

    boolean isSuccess() {
        return condition.equals("Success");
    }

    /** Returns the ARN by which the function was invoked, which has a qualifier always. */
    String functionArn() {
        return version.function().arn() + ":" + later.function().qualifier().orElse(FunctionName.LATEST);
    }

    /**
     * Returns the attributes of a dead letter.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html#invocation-dlq">
     *     Dead-letter queues</a>
     */
    Map<String, Attribute> deadLetterAttributes() {
        Map<String, Attribute> attributes = new HashMap<>();
        attributes.put("RequestID", new Attribute("String", later.requestId()));
        result.ifPresent(ended -> {
            attributes.put("ErrorCode", new Attribute("Number", Integer.toString(OK)));
            String message = json(ended.payload().text()).path("errorMessage").asText();
            if (!message.isEmpty()) {
                attributes.put(
                        "ErrorMessage",
                        new Attribute("String", message.substring(0, Math.min(MOST_OF_MESSAGE, message.length()))));
            }
        });
        return attributes;
    }

    /** Returns the record that a destination gets. */
    String record(Instant now) {
        ObjectNode record = JsonNodeFactory.instance
                .objectNode()
                .put("version", "1.0")
                .put("timestamp", now.truncatedTo(ChronoUnit.MILLIS).toString());
        record.putObject("requestContext")
                .put("requestId", later.requestId())
                .put("functionArn", functionArn())
                .put("condition", condition)
                .put("approximateInvokeCount", attempts);
        record.set("requestPayload", json(later.payload()));
        result.ifPresent(ended -> {
            ObjectNode context =
                    record.putObject("responseContext").put("statusCode", OK).put("executedVersion", ended.version());
            ended.error().ifPresent(error -> context.put("functionError", error));
            record.set("responsePayload", json(ended.payload().text()));
        });
        return record.toString();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.textNode(text);
        }
    }
}
