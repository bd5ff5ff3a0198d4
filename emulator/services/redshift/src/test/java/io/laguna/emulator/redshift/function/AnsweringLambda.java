package io.laguna.emulator.redshift.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/** A Lambda whose functions are the test's. */
final class AnsweringLambda implements LambdaClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private volatile Function<JsonNode, InvokeResponse> answer;
    private volatile JsonNode asked;
    private volatile String payload = "";
    private final AtomicInteger calls = new AtomicInteger();

    void clear() {
        calls.set(0);
        asked = null;
    }

    JsonNode asked() {
        return asked;
    }

    String payload() {
        return payload;
    }

    int calls() {
        return calls.get();
    }

    void answers(String payload) {
        answers(request -> payload);
    }

    void answers(Function<JsonNode, String> payload) {
        answer = request -> InvokeResponse.builder()
                .payload(SdkBytes.fromUtf8String(payload.apply(request)))
                .build();
    }

    void throwsError(String payload) {
        answer = request -> InvokeResponse.builder()
                .functionError("Unhandled")
                .payload(SdkBytes.fromUtf8String(payload))
                .build();
    }

    void fails(LambdaException refusal) {
        answer = request -> {
            throw refusal;
        };
    }

    /** Is too busy for some calls, as Lambda of the lake says it, and then answers. */
    void isBusy(int times, String payload) {
        int before = calls.get();
        answer = request -> {
            if (calls.get() - before <= times) {
                throw TooManyRequestsException.builder()
                        .message("Rate Exceeded.")
                        .build();
            }
            return InvokeResponse.builder()
                    .payload(SdkBytes.fromUtf8String(payload))
                    .build();
        };
    }

    @Override
    public InvokeResponse invoke(InvokeRequest request) {
        calls.incrementAndGet();
        try {
            payload = request.payload().asUtf8String();
            asked = JSON.readTree(payload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer.apply(asked);
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
