package io.laguna.emulator.lambda.invoke;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.lambda.environment.InvocationResult;
import io.laguna.emulator.lambda.record.Version;
import io.laguna.emulator.lambda.request.FunctionName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How a later invocation has ended for good.
 *
 * @param condition {@code Success}, {@code RetriesExhausted}, {@code EventAgeExceeded}
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html">Records</a>
 */
record Ended(
        LaterInvocation later, Version version, String condition, int attempts, Optional<InvocationResult> result) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;

    static Ended well(LaterInvocation later, Version version, int attempts, InvocationResult result) {
        return new Ended(later, version, "Success", attempts, Optional.of(result));
    }

    static Ended badly(LaterInvocation later, Version version, int attempts, InvocationResult result) {
        return new Ended(later, version, "RetriesExhausted", attempts, Optional.of(result));
    }

    static Ended tooOld(LaterInvocation later, Version version, int attempts) {
        return new Ended(later, version, "EventAgeExceeded", attempts, Optional.empty());
    }

    boolean isSuccess() {
        return condition.equals("Success");
    }

    /** Returns the record that a destination gets. */
    String record(Instant now) {
        ObjectNode record = JsonNodeFactory.instance
                .objectNode()
                .put("version", "1.0")
                .put("timestamp", now.truncatedTo(ChronoUnit.MILLIS).toString());
        record.putObject("requestContext")
                .put("requestId", later.requestId())
                .put(
                        "functionArn",
                        version.function().arn() + ":"
                                + later.function().qualifier().orElse(FunctionName.LATEST))
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
