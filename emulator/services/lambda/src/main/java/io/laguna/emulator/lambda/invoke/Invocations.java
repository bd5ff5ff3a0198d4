package io.laguna.emulator.lambda.invoke;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.emulator.kit.trace.Trace;
import io.laguna.emulator.lambda.environment.FunctionRunner;
import io.laguna.emulator.lambda.environment.Invocation;
import io.laguna.emulator.lambda.environment.InvocationResult;
import io.laguna.emulator.lambda.environment.Lineage;
import io.laguna.emulator.lambda.record.FunctionContext;
import io.laguna.emulator.lambda.record.Version;
import io.laguna.emulator.lambda.request.Constraints;
import io.laguna.emulator.lambda.request.Failures;
import io.laguna.emulator.lambda.request.FunctionName;
import io.laguna.emulator.lambda.request.Room;
import io.laguna.engines.function.Payload;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LogType;

/**
 * Invocations of functions.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</a>
 */
public final class Invocations extends Room {
    private static final int MOST_BYTES = 6_291_456;
    private static final int MOST_LATER_BYTES = 1_048_576;
    private static final int MOST_CONTEXT = 3583;
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int NO_CONTENT = 204;
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final FunctionContext context;
    private final FunctionRunner runner;
    private final LaterInvocations later;

    public Invocations(FunctionContext context, FunctionRunner runner, LaterInvocations later) {
        this.context = context;
        this.runner = runner;
        this.later = later;
    }

    @Override
    public InvokeResponse invoke(InvokeRequest request) {
        new Constraints()
                .oneOf("invocationType", request.invocationTypeAsString(), InvocationType.knownValues())
                .oneOf("logType", request.logTypeAsString(), LogType.knownValues())
                .length("clientContext", request.clientContext(), 0, MOST_CONTEXT)
                .text("durableExecutionName", request.durableExecutionName())
                .text("tenantId", request.tenantId())
                .check();
        if (request.durableExecutionName() != null || request.tenantId() != null) {
            throw Failures.notBuilt("durable executions and tenants of functions");
        }
        FunctionName name = FunctionName.of(context.caller(), request.functionName(), request.qualifier());
        Version version = context.read(handle -> context.qualified(handle).choose(name));
        InvocationType type = Optional.ofNullable(request.invocationType()).orElse(InvocationType.REQUEST_RESPONSE);
        String payload = payload(request, type);
        return switch (type) {
            case DRY_RUN -> InvokeResponse.builder().statusCode(NO_CONTENT).build();
            case EVENT -> promise(name, payload, clientContext(request));
            case REQUEST_RESPONSE -> answer(request, name, version, payload);
            case UNKNOWN_TO_SDK_VERSION -> throw new IllegalStateException("The type of invocation was checked");
        };
    }

    private InvokeResponse answer(InvokeRequest request, FunctionName name, Version version, String payload) {
        InvocationResult result = runner.run(
                version,
                new Invocation(
                        UUID.randomUUID().toString(),
                        name.qualifiedArn(),
                        Payload.of(payload),
                        clientContext(request),
                        Lineage.of(Trace.current())));
        InvokeResponse.Builder response = InvokeResponse.builder()
                .statusCode(OK)
                .executedVersion(result.version())
                .payload(SdkBytes.fromByteArray(result.payload().bytes()));
        result.error().ifPresent(response::functionError);
        if (request.logType() == LogType.TAIL) {
            response.logResult(Base64.getEncoder().encodeToString(result.tail().bytes()));
        }
        return response.build();
    }

    private InvokeResponse promise(FunctionName name, String payload, String clientContext) {
        later.promise(new LaterInvocation(name, UUID.randomUUID().toString(), payload, clientContext, Trace.current()));
        return InvokeResponse.builder().statusCode(ACCEPTED).build();
    }

    /** Returns the payload, which is JSON; none is an empty object. */
    private static String payload(InvokeRequest request, InvocationType type) {
        byte[] bytes = Optional.ofNullable(request.payload())
                .map(SdkBytes::asByteArrayUnsafe)
                .orElse(new byte[0]);
        int most = type == InvocationType.EVENT ? MOST_LATER_BYTES : MOST_BYTES;
        if (bytes.length > most) {
            throw Failures.tooLarge(bytes.length, most, type.toString());
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.isEmpty()) {
            return "{}";
        }
        try {
            if (JSON.readTree(text).isMissingNode()) {
                throw Failures.content("No content to map to Object due to end of input");
            }
            return text;
        } catch (JsonProcessingException e) {
            throw Failures.content(e.getOriginalMessage());
        }
    }

    private static String clientContext(InvokeRequest request) {
        try {
            return Optional.ofNullable(request.clientContext())
                    .map(text -> new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8))
                    .orElse("");
        } catch (IllegalArgumentException e) {
            throw Failures.content("The client context is no Base64");
        }
    }
}
