package io.laguna.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;

/** A round trip of all operations of one service, between the SDK's own client and the wire. */
final class RoundTrip {
    private static final String REQUEST_ID = "5b7a8ea0-3f0c-4a43-b4c1-0a0a0a0a0a0a";
    private static final byte[] STREAM = {0, 1, 2, (byte) 0xff, 10, 13};

    private final Class<? extends SdkClient> clientInterface;
    private final ServiceDescription service;
    private final Set<String> leftOut;
    private final Set<String> ofClient;
    private final Wire wire;
    private final LoopedClient http = new LoopedClient();
    private final SdkClient client;
    private final Counts counts = new Counts();

    RoundTrip(Class<? extends SdkClient> clientInterface, ServiceDescription service) {
        this(clientInterface, service, Set.of(), Set.of());
    }

    /**
     * Prepares a round trip.
     *
     * @param leftOut the names of operations that do not go round
     * @param ofClient the names of members that the client sets or reads in its own way: they are neither set nor compared
     */
    RoundTrip(
            Class<? extends SdkClient> clientInterface,
            ServiceDescription service,
            Set<String> leftOut,
            Set<String> ofClient) {
        this.clientInterface = clientInterface;
        this.service = service;
        this.leftOut = leftOut;
        this.ofClient = ofClient;
        this.wire = new Wire(service);
        this.client = http.connect(clientInterface);
    }

    /** The numbers of things that were compared and found equal. */
    static final class Counts {
        int operations;
        int requests;
        int responses;
        int exceptions;
    }

    Counts all(int rounds) {
        for (Operation operation : service.operations().values()) {
            if (operation.streaming().isSupported() && !leftOut.contains(operation.name())) {
                counts.operations++;
                for (int round = 0; round < rounds; round++) {
                    long seed = operation.name().hashCode() * 31L + round;
                    // The first is full, the last is empty but for what has to be there.
                    exchange(operation, values(seed), 1 - (double) round / (rounds - 1));
                }
                for (Class<?> exception : clientMethod(operation).getExceptionTypes()) {
                    // An answer to HEAD has no body, so that the client writes the message itself.
                    if (!operation.httpMethod().equals("HEAD")
                            && exception.getSuperclass().getSuperclass() == AwsServiceException.class) {
                        failure(operation, exception);
                    }
                }
            }
        }
        return counts;
    }

    private RandomValues values(long seed) {
        return new RandomValues(seed, service.protocol(), ofClient);
    }

    private void exchange(Operation operation, RandomValues random, double share) {
        SdkPojo request = random.fill(operation.newRequest(), share);
        SdkPojo response = random.fill(builderOf(operation.responseType()), share);
        AtomicReference<SdkPojo> decoded = new AtomicReference<>();
        http.answerWith(sent -> {
            assertThat(service.operation(sent))
                    .as("operation of %s", sent.rawPath())
                    .contains(operation);
            decoded.set(decode(operation, sent));
            return wire.encode(
                    operation,
                    operation.streaming() == Streaming.RESPONSE
                            ? new StreamedResponse(response, new ByteArrayInputStream(STREAM))
                            : response,
                    REQUEST_ID);
        });

        SdkPojo received = call(operation, request);

        assertSame(operation + " request", decoded.get(), request);
        counts.requests++;
        assertSame(operation + " response", received, response);
        assertThat(((AwsResponse) received).responseMetadata().requestId()).isEqualTo(REQUEST_ID);
        counts.responses++;
    }

    private void failure(Operation operation, Class<?> type) {
        ErrorShape shape = service.error(type)
                .orElseThrow(() -> new AssertionError(operation + " declares " + type + ", of which nothing is known"));
        RandomValues random = values(type.getName().hashCode());
        SdkPojo builder = builderOf(type);
        ((AwsServiceException.Builder) builder).message("What & why: <" + type.getSimpleName() + ">");
        AwsServiceException failure = (AwsServiceException) random.fill(builder, 1);
        http.answerWith(sent -> wire.encodeFailure(failure, REQUEST_ID));

        Throwable thrown = catchThrowable(() -> call(operation, values(1).fill(operation.newRequest(), 0)));

        assertThat(thrown).as("%s throwing %s", operation, type).isExactlyInstanceOf(type);
        AwsServiceException received = (AwsServiceException) thrown;
        assertThat(received.statusCode()).isEqualTo(shape.status());
        assertThat(received.awsErrorDetails().errorCode()).isEqualTo(shape.code());
        assertThat(received.awsErrorDetails().errorMessage()).isEqualTo(failure.getMessage());
        assertThat(received.requestId()).isEqualTo(REQUEST_ID);
        assertSame(operation + " throwing " + type, received, failure);
        counts.exceptions++;
    }

    private void assertSame(String what, SdkPojo actual, SdkPojo expected) {
        for (SdkField<?> field : expected.sdkFields()) {
            if (!ofClient.contains(field.memberName())) {
                assertThat(Shape.valueOf(field, actual))
                        .as("%s %s of%n%s%n%s", what, field.memberName(), expected, actual)
                        .isEqualTo(Shape.valueOf(field, expected));
            }
        }
    }

    private SdkPojo decode(Operation operation, WireRequest request) {
        try {
            return wire.decode(operation, request);
        } catch (MalformedRequestException e) {
            throw new AssertionError(operation + ": " + e.getMessage(), e);
        }
    }

    private SdkPojo call(Operation operation, SdkPojo request) {
        try {
            Method method = clientMethod(operation);
            if (operation.streaming() == Streaming.NONE) {
                return (SdkPojo) method.invoke(client, request);
            }
            if (operation.streaming() == Streaming.REQUEST) {
                return (SdkPojo) method.invoke(client, request, RequestBody.fromBytes(STREAM));
            }
            ResponseBytes<?> bytes = (ResponseBytes<?>) method.invoke(client, request, ResponseTransformer.toBytes());
            assertThat(bytes.asByteArray()).isEqualTo(STREAM);
            return (SdkPojo) bytes.response();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            if (e.getCause() instanceof Error thrown) {
                throw thrown;
            }
            throw new AssertionError(operation.name(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(operation.name(), e);
        }
    }

    private Method clientMethod(Operation operation) {
        List<Class<?>> parameters =
                switch (operation.streaming()) {
                    case NONE, EVENTS -> List.of(operation.requestType());
                    case REQUEST -> List.of(operation.requestType(), RequestBody.class);
                    case RESPONSE -> List.of(operation.requestType(), ResponseTransformer.class);
                };
        Optional<Method> found = Arrays.stream(clientInterface.getMethods())
                .filter(method -> method.getName().equals(operation.methodName()))
                .filter(method -> List.of(method.getParameterTypes()).equals(parameters))
                .findFirst();
        return found.orElseThrow(() -> new AssertionError("No method for " + operation));
    }

    static SdkPojo builderOf(Class<?> type) {
        try {
            return (SdkPojo) type.getMethod("builder").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
