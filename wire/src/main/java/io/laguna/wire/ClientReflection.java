package io.laguna.wire;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.traits.RequiredTrait;

/**
 * The search for a service's operations in the SDK's client: the methods of its interfaces, the HTTP bindings in its
 * marshallers, the wire's names among the client's constants.
 */
final class ClientReflection {
    private static final String SUFFIX = "Client";

    private final Class<? extends SdkClient> clientInterface;
    private final Set<String> constants;
    private final ClientInternals internals;
    private final Protocol protocol;

    ClientReflection(Class<? extends SdkClient> clientInterface) {
        this.clientInterface = clientInterface;
        try {
            this.constants = ConstantPool.strings(beside("Default" + clientInterface.getSimpleName()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        this.internals = new ClientInternals(clientInterface, constants);
        this.protocol = internals.protocol();
    }

    ServiceDescription describe() {
        Map<String, Operation> operations = new TreeMap<>();
        for (Class<?> type : List.of(clientInterface, asyncInterface())) {
            for (Method method : type.getMethods()) {
                streamingOf(method).ifPresent(streaming -> {
                    Operation operation = operation(method, streaming);
                    operations.putIfAbsent(operation.name(), operation);
                });
            }
        }
        String identifier = anyIdentifier(operations.values());
        int dot = identifier.lastIndexOf('.');
        String apiVersion = protocol == Protocol.AWS_QUERY ? anyVersion(operations.values()) : "";
        String signingName = internals.signingName();
        return new ServiceDescription(
                new ServiceDescription.Service(
                        signingName,
                        protocol,
                        dot < 0 ? "" : identifier.substring(0, dot),
                        apiVersion,
                        protocol == Protocol.AWS_QUERY
                                ? "https://" + signingName + ".amazonaws.com/doc/" + apiVersion + "/"
                                : "",
                        internals.bareErrors(),
                        clientInterface.getPackageName() + ".model"),
                operations,
                internals.errors());
    }

    /** Returns how an operation streams; empty for a method that is no operation: overloads, paginators, waiters. */
    private static Optional<Streaming> streamingOf(Method method) {
        Class<?>[] parameters = method.getParameterTypes();
        if (Modifier.isStatic(method.getModifiers())
                || parameters.length == 0
                || !SdkRequest.class.isAssignableFrom(parameters[0])) {
            return Optional.empty();
        }
        if (parameters.length == 1) {
            return SdkResponse.class.isAssignableFrom(method.getReturnType())
                    ? Optional.of(Streaming.NONE)
                    : Optional.empty();
        }
        List<String> others =
                Arrays.stream(parameters).skip(1).map(Class::getSimpleName).toList();
        if (others.stream().anyMatch(name -> name.endsWith("RequestBody"))) {
            return Optional.of(Streaming.REQUEST);
        }
        if (others.equals(List.of("ResponseTransformer"))) {
            return Optional.of(Streaming.RESPONSE);
        }
        return others.stream().anyMatch(name -> name.endsWith("ResponseHandler") || name.equals("Publisher"))
                ? Optional.of(Streaming.EVENTS)
                : Optional.empty();
    }

    private Operation operation(Method method, Streaming kind) {
        String request = method.getParameterTypes()[0].getSimpleName();
        ClientInternals.Binding binding = internals.binding(request);
        Operation.Types types = new Operation.Types(
                request,
                responseName(request),
                clientInterface.getPackageName() + ".model",
                clientInterface.getClassLoader());
        Streaming streaming = kind == Streaming.NONE && !isResponseOf(method, request) ? Streaming.EVENTS : kind;
        return new Operation(
                new Operation.Names(wireName(method, binding), method.getName()),
                new Operation.Binding(binding.method(), UriTemplate.of(uri(binding, types)), 200, ""),
                streaming,
                types,
                protocol == Protocol.REST_XML ? required(Operation.newBuilder(types)) : List.of());
    }

    /** Returns the rules that the SDK itself has, which it has for REST over XML. */
    private static List<MemberRule> required(SdkPojo request) {
        return request.sdkFields().stream()
                .filter(field -> field.containsTrait(RequiredTrait.class))
                .map(field -> new MemberRule(field.memberName(), true, Long.MIN_VALUE, Long.MAX_VALUE))
                .toList();
    }

    /**
     * Returns the path of an operation. REST over XML tells operations of one path apart by what their requests cannot
     * be without.
     */
    private String uri(ClientInternals.Binding binding, Operation.Types types) {
        return protocol == Protocol.REST_XML
                ? RequestUri.of(binding.uri(), Operation.newBuilder(types)).text()
                : binding.uri();
    }

    private static boolean isResponseOf(Method method, String request) {
        return method.getReturnType().getSimpleName().equals(responseName(request));
    }

    private static String responseName(String request) {
        return request.substring(0, request.length() - "Request".length()) + "Response";
    }

    /**
     * Returns the operation's name on the wire. REST requests carry no name; the client has it among its constants, for
     * metrics.
     */
    private String wireName(Method method, ClientInternals.Binding binding) {
        if (!binding.identifier().isEmpty()) {
            return binding.identifier().substring(binding.identifier().lastIndexOf('.') + 1);
        }
        String capitalized = method.getName().substring(0, 1).toUpperCase(Locale.ROOT)
                + method.getName().substring(1);
        return constants.contains(capitalized)
                ? capitalized
                : constants.stream()
                        .filter(capitalized::equalsIgnoreCase)
                        .sorted()
                        .findFirst()
                        .orElse(capitalized);
    }

    private String anyIdentifier(Collection<Operation> operations) {
        return anyBinding(operations).identifier();
    }

    private String anyVersion(Collection<Operation> operations) {
        return anyBinding(operations).apiVersion();
    }

    private ClientInternals.Binding anyBinding(Collection<Operation> operations) {
        return operations.stream()
                .map(operation -> internals.binding(operation.types().request()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(clientInterface.getName() + " has no operation"));
    }

    private Class<?> asyncInterface() {
        String name = clientInterface.getSimpleName();
        return beside(name.substring(0, name.length() - SUFFIX.length()) + "Async" + SUFFIX);
    }

    private Class<?> beside(String simpleName) {
        try {
            return Class.forName(
                    clientInterface.getPackageName() + "." + simpleName, false, clientInterface.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(clientInterface.getName() + " is no client of the AWS SDK", e);
        }
    }
}
