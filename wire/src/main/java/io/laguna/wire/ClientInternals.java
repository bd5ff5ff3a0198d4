package io.laguna.wire;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;

/** The private members of the SDK's generated clients. They are read at build time and in tests only. */
final class ClientInternals {
    private static final String XML = "AwsXmlProtocolFactory";

    private final Class<? extends SdkClient> clientInterface;
    private final Set<String> constants;

    ClientInternals(Class<? extends SdkClient> clientInterface, Set<String> constants) {
        this.clientInterface = clientInterface;
        this.constants = constants;
    }

    /** An operation as its marshaller knows it. REST operations have no identifier, JSON ones no version. */
    record Binding(String method, String uri, String identifier, String apiVersion) {}

    Binding binding(String requestName) {
        try {
            Object info = read(
                    Class.forName(
                            clientInterface.getPackageName() + ".transform." + requestName + "Marshaller",
                            true,
                            clientInterface.getClassLoader()),
                    "SDK_OPERATION_BINDING",
                    null);
            return new Binding(
                    call(info, "httpMethod").map(Object::toString).orElseThrow(),
                    call(info, "requestUri").map(Object::toString).orElseThrow(),
                    call(info, "operationIdentifier").map(Object::toString).orElse(""),
                    call(info, "apiVersion").map(Object::toString).orElse(""));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This SDK's marshallers look different", e);
        }
    }

    String signingName() {
        try {
            return (String) clientInterface.getField("SERVICE_NAME").get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(clientInterface.getName() + " has no SERVICE_NAME", e);
        }
    }

    Protocol protocol() {
        return withProtocolFactory(factory -> {
            if (factory.getClass().getSimpleName().equals("AwsQueryProtocolFactory")) {
                return Protocol.AWS_QUERY;
            }
            if (isXml(factory.getClass())) {
                return Protocol.REST_XML;
            }
            Object metadata = read(factory.getClass().getSuperclass(), "protocolMetadata", factory);
            if (call(metadata, "protocol").orElseThrow().toString().equals("REST_JSON")) {
                return Protocol.REST_JSON_1;
            }
            return Protocol.ofWord(
                    "aws-json-" + call(metadata, "protocolVersion").orElseThrow());
        });
    }

    /**
     * Returns the errors by class name. Query and XML clients keep a list; JSON clients have, per operation, a function
     * from code to exception.
     */
    Map<String, ErrorShape> errors() {
        return withProtocolFactory(factory -> {
            Map<String, ErrorShape> errors = new TreeMap<>();
            Protocol protocol = protocol();
            if (protocol == Protocol.AWS_QUERY || protocol == Protocol.REST_XML) {
                for (Object metadata : (Collection<?>) read(declaring(factory), "modeledExceptions", factory)) {
                    add(metadata, errors);
                }
                return errors;
            }
            for (Method method : implementation().getDeclaredMethods()) {
                if (Modifier.isStatic(method.getModifiers())
                        && method.isSynthetic()
                        && method.getReturnType() == Optional.class
                        && List.of(method.getParameterTypes()).equals(List.of(String.class))) {
                    method.setAccessible(true);
                    for (String constant : constants) {
                        Optional<?> metadata = (Optional<?>) method.invoke(null, constant);
                        if (metadata.isPresent()) {
                            add(metadata.get(), errors);
                        }
                    }
                }
            }
            return errors;
        });
    }

    /** Tells whether errors have no wrapper around them, which one factory of XML reads. */
    boolean bareErrors() {
        return withProtocolFactory(factory ->
                isXml(factory.getClass()) && !factory.getClass().getSimpleName().equals(XML));
    }

    /** Tells whether a factory is one of XML. It may be one service's own, made of the common one. */
    private static boolean isXml(Class<?> factory) {
        return factory.getSimpleName().equals(XML)
                || (factory.getSuperclass() != null && isXml(factory.getSuperclass()));
    }

    private static Class<?> declaring(Object factory) {
        Class<?> type = factory.getClass();
        return isXml(type) && !type.getSimpleName().equals(XML) ? type.getSuperclass() : type;
    }

    private static void add(Object metadata, Map<String, ErrorShape> errors) throws ReflectiveOperationException {
        String code = (String) call(metadata, "errorCode").orElseThrow();
        int status = call(metadata, "httpStatusCode").map(Integer.class::cast).orElse(400);
        Supplier<?> builder =
                (Supplier<?>) call(metadata, "exceptionBuilderSupplier").orElseThrow();
        String type = builder.get().getClass().getEnclosingClass().getSimpleName();
        ErrorShape error = new ErrorShape(code, status, type, ErrorShape.MESSAGE);
        ErrorShape other = errors.putIfAbsent(type, error);
        if (other != null && !other.equals(error)) {
            throw new IllegalStateException("One exception, two descriptions: " + error + " and " + other);
        }
    }

    private interface Reading<T> {
        T of(Object protocolFactory) throws ReflectiveOperationException;
    }

    private <T> T withProtocolFactory(Reading<T> reading) {
        try (SdkHttpClient unused = new NoHttp();
                SdkClient client = newClient(unused)) {
            return reading.of(read(implementation(), "protocolFactory", client));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This SDK's clients look different", e);
        }
    }

    private SdkClient newClient(SdkHttpClient http) throws ReflectiveOperationException {
        AwsClientBuilder<?, ?> builder =
                (AwsClientBuilder<?, ?>) clientInterface.getMethod("builder").invoke(null);
        builder.region(Region.US_EAST_1);
        builder.credentialsProvider(AnonymousCredentialsProvider.create());
        ((SdkSyncClientBuilder<?, ?>) builder).httpClient(http);
        return (SdkClient) builder.build();
    }

    private Class<?> implementation() throws ClassNotFoundException {
        return Class.forName(
                clientInterface.getPackageName() + ".Default" + clientInterface.getSimpleName(),
                true,
                clientInterface.getClassLoader());
    }

    private static Object read(Class<?> type, String name, Object of) throws ReflectiveOperationException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(of);
    }

    private static Optional<Object> call(Object on, String method) throws ReflectiveOperationException {
        return Optional.ofNullable(on.getClass().getMethod(method).invoke(on));
    }

    /** An HTTP client that is never used: a client of the SDK cannot be built without one. */
    private static final class NoHttp implements SdkHttpClient {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            throw new UnsupportedOperationException("Only looked at, never called");
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
