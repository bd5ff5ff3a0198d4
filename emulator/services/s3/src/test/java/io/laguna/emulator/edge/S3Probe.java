package io.laguna.emulator.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** A probe that calls every operation that the SDK has for S3, with little in it, and notes the answer. */
final class S3Probe {
    /** The operations that need an S3 of their own kind: directory buckets, Object Lambda, table buckets. */
    static final Set<String> NOT_SENT_HERE = Set.of("CreateSession", "WriteGetObjectResponse");

    private static final int NOT_IMPLEMENTED = 501;

    private final TestEdge edge;
    private final S3Client s3;

    S3Probe(TestEdge edge, S3Client s3) {
        this.edge = edge;
        this.s3 = s3;
    }

    /**
     * The answer to an operation.
     *
     * @param handledAs the operation that the log has
     */
    record Outcome(int status, String handledAs, String message) {
        boolean isRefused() {
            return status == NOT_IMPLEMENTED;
        }
    }

    /** Returns the outcomes by the names of the operations. */
    Map<String, Outcome> outcomes() {
        s3.createBucket(request -> request.bucket("raw"));
        s3.putObject(request -> request.bucket("raw").key("k"), RequestBody.fromString("content"));
        awaitLogged(2);
        Map<String, Outcome> outcomes = new TreeMap<>();
        operations().forEach(method -> outcomes.put(name(method), outcome(method)));
        return outcomes;
    }

    private static Stream<Method> operations() {
        return Stream.of(S3Client.class.getMethods())
                .filter(method -> SdkResponse.class.isAssignableFrom(method.getReturnType())
                        || method.getReturnType() == Object.class)
                .filter(method -> method.getParameterCount() > 0
                        && SdkRequest.class.isAssignableFrom(method.getParameterTypes()[0]))
                .filter(method -> method.getParameterCount() == 1
                        || method.getParameterTypes()[1] == RequestBody.class
                        || method.getParameterTypes()[1] == ResponseTransformer.class)
                .filter(method -> !NOT_SENT_HERE.contains(name(method)))
                .sorted(Comparator.comparing(Method::getName));
    }

    private Outcome outcome(Method method) {
        long before = logged().size();
        int status;
        String message = "";
        try {
            call(method);
            status = 200;
        } catch (InvocationTargetException e) {
            Optional<AwsServiceException> answered = Optional.of(e.getCause())
                    .filter(AwsServiceException.class::isInstance)
                    .map(AwsServiceException.class::cast);
            if (answered.isEmpty()) {
                return new Outcome(0, "never sent", String.valueOf(e.getCause()));
            }
            status = answered.get().statusCode();
            message = String.valueOf(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        awaitLogged(before + 1);
        return new Outcome(status, operationOf(logged().get((int) before)), message);
    }

    /** Waits until the log has so many lines: a call's line may come after its answer. */
    private void awaitLogged(long lines) {
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> logged().size() >= lines);
    }

    private Object call(Method method) throws ReflectiveOperationException {
        List<Object> arguments = new ArrayList<>();
        arguments.add(request(method.getParameterTypes()[0]));
        if (method.getParameterCount() == 2) {
            arguments.add(
                    method.getParameterTypes()[1] == RequestBody.class
                            ? RequestBody.fromString("x")
                            : ResponseTransformer.toBytes());
        }
        return method.invoke(s3, arguments.toArray());
    }

    private static Object request(Class<?> type) throws ReflectiveOperationException {
        SdkPojo builder = (SdkPojo) type.getMethod("builder").invoke(null);
        for (SdkField<?> field : builder.sdkFields()) {
            switch (field.memberName()) {
                case "Bucket", "DestinationBucket" -> field.set(builder, "raw");
                case "Key", "DestinationKey" -> field.set(builder, "k");
                case "CopySource" -> field.set(builder, "raw/k");
                case "Id", "RenameSource", "UploadId" -> field.set(builder, "x");
                case "PartNumber" -> field.set(builder, type.getSimpleName().contains("Part") ? 1 : null);
                case "Policy" -> field.set(builder, "{}");
                default -> empty(field).ifPresent(value -> field.set(builder, value));
            }
        }
        return ((SdkBuilder<?, ?>) builder).build();
    }

    /**
     * Returns an empty payload. The SDK sends no operation without its payload, and looks for required structures in
     * it.
     */
    private static Optional<Object> empty(SdkField<?> field) {
        if (field.marshallingType() != MarshallingType.SDK_POJO) {
            return Optional.empty();
        }
        SdkPojo builder = field.constructor().get();
        builder.sdkFields().forEach(inner -> {
            if (inner.marshallingType() == MarshallingType.STRING) {
                inner.set(builder, "x");
            } else if (inner.marshallingType() == MarshallingType.BOOLEAN) {
                inner.set(builder, true);
            } else if (inner.marshallingType() == MarshallingType.LIST) {
                inner.set(builder, List.of());
            } else if (inner.marshallingType() == MarshallingType.INTEGER) {
                inner.set(builder, 1);
            }
        });
        builder.sdkFields().forEach(inner -> empty(inner).ifPresent(value -> inner.set(builder, value)));
        return Optional.of(((SdkBuilder<?, ?>) builder).build());
    }

    private List<String> logged() {
        try {
            return Files.readAllLines(edge.callLog());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String operationOf(String line) {
        return line.replaceFirst(".*\"operation\":\"([^\"]*)\".*", "$1");
    }

    private static String name(Method method) {
        return method.getName().substring(0, 1).toUpperCase(Locale.ROOT)
                + method.getName().substring(1);
    }
}
