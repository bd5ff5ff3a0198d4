package io.laguna.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkClient;

/** The operations of one service as the SDK's client describes them, and the way to tell its requests apart. */
public final class ServiceDescription {
    private final Service service;
    private final Map<String, Operation> operations;
    private final Map<String, ErrorShape> errorsByType;
    private final Map<String, List<Operation>> mostSpecificFirst;
    private final Set<String> subresources;
    private final String pathMember;

    ServiceDescription(Service service, Map<String, Operation> operations, Map<String, ErrorShape> errorsByType) {
        this(service, operations, errorsByType, "");
    }

    private ServiceDescription(
            Service service,
            Map<String, Operation> operations,
            Map<String, ErrorShape> errorsByType,
            String pathMember) {
        this.pathMember = pathMember;
        this.service = service;
        this.operations = Collections.unmodifiableMap(new TreeMap<>(operations));
        this.errorsByType = Collections.unmodifiableMap(new TreeMap<>(errorsByType));
        this.mostSpecificFirst = service.protocol() != Protocol.REST_JSON_1 && service.protocol() != Protocol.REST_XML
                ? Map.of()
                : operations.values().stream()
                        .sorted(Comparator.comparing(Operation::uri, UriTemplate::compareSpecificity))
                        .collect(Collectors.groupingBy(Operation::httpMethod));
        this.subresources = service.protocol() != Protocol.REST_XML
                ? Set.of()
                : operations.values().stream()
                        .flatMap(operation -> operation.uri().query().keySet().stream())
                        .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The properties of a service as a whole.
     *
     * @param targetPrefix before the dot of {@code X-Amz-Target}; empty where the protocol has none
     * @param apiVersion of query protocols; empty elsewhere
     * @param xmlNamespace of XML answers; empty elsewhere
     * @param bareErrors whether errors of REST over XML have no wrapper around them
     */
    record Service(
            String signingName,
            Protocol protocol,
            String targetPrefix,
            String apiVersion,
            String xmlNamespace,
            boolean bareErrors,
            String modelPackage) {}

    /**
     * Describes a service by reflection over the SDK's client. This is slow (hundreds of milliseconds): it is for build
     * time and tests.
     *
     * <p>The SDK does not tell success codes other than 200, XML namespaces, and whether a service spells
     * {@code message} or {@code Message}: {@link #refinedBy} adds them.
     */
    public static ServiceDescription reflect(Class<? extends SdkClient> clientInterface) {
        return new ClientReflection(clientInterface).describe();
    }

    /** Reads an index that {@link #write} made. This takes a few milliseconds; the SDK's types are loaded when used. */
    public static ServiceDescription read(Class<? extends SdkClient> clientInterface, InputStream index) {
        try {
            return OperationIndex.read(clientInterface, new String(index.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read the index of operations of " + clientInterface.getName(), e);
        }
    }

    /**
     * Returns this description with the facts that only AWS's own service model has.
     *
     * @param serviceModel the JSON of {@code com.amazonaws:aws-java-sdk-models}
     */
    public ServiceDescription refinedBy(InputStream serviceModel) throws IOException {
        return new ServiceModel(serviceModel).refine(this);
    }

    /**
     * Returns the same operations in the query protocol that the service spoke before it moved to JSON, and that clients of that
     * time still speak. Errors have the codes of that protocol, which are in the details of the exceptions.
     *
     * @param apiVersion the {@code Version} of requests
     * @param xmlNamespace of answers
     * @param pathMember the member of requests that is the URL they are sent to, where it is not a parameter
     */
    public ServiceDescription formerly(String apiVersion, String xmlNamespace, String pathMember) {
        Service former = new Service(
                service.signingName(),
                Protocol.AWS_QUERY,
                "",
                apiVersion,
                xmlNamespace,
                service.bareErrors(),
                service.modelPackage());
        return new ServiceDescription(former, operations, Map.of(), pathMember);
    }

    /** Writes the description as a text that {@link #read} reads, always in the same order. */
    public void write(Appendable to) throws IOException {
        OperationIndex.write(this, to);
    }

    /** Returns the name in the scope of a SigV4 signature. */
    public String signingName() {
        return service.signingName();
    }

    /** Returns the one protocol of the service that the wire speaks. */
    public Protocol protocol() {
        return service.protocol();
    }

    /** Returns the text before the dot in {@code X-Amz-Target}; empty where the protocol has none. */
    public String targetPrefix() {
        return service.targetPrefix();
    }

    /** Returns the {@code Version} of query protocols; empty elsewhere. */
    public String apiVersion() {
        return service.apiVersion();
    }

    /** Returns the operations by their names on the wire, in alphabetical order. */
    public Map<String, Operation> operations() {
        return operations;
    }

    /**
     * Returns the operation that a request asks for: by {@code X-Amz-Target}, the parameter {@code Action}, or method
     * and path; empty where the service has none such.
     */
    public Optional<Operation> operation(WireRequest request) {
        return switch (service.protocol()) {
            case AWS_JSON_1_0, AWS_JSON_1_1 -> request.header("x-amz-target")
                    .filter(target -> target.startsWith(service.targetPrefix() + "."))
                    .map(target -> operations.get(
                            target.substring(service.targetPrefix().length() + 1)));
            case AWS_QUERY -> QueryParameters.action(request).map(operations::get);
            case REST_JSON_1, REST_XML -> byPath(request.method(), RequestTarget.of(request));
        };
    }

    private Optional<Operation> byPath(String method, RequestTarget target) {
        for (Operation operation : mostSpecificFirst.getOrDefault(method, List.of())) {
            if (operation.uri().match(target).isPresent() && namesNoOther(operation, target)) {
                return Optional.of(operation);
            }
        }
        return Optional.empty();
    }

    /**
     * Tells whether a request names no part that the operation leaves out: to delete a part of something is not to
     * delete the thing.
     */
    private boolean namesNoOther(Operation operation, RequestTarget target) {
        return target.query().keySet().stream().filter(subresources::contains).allMatch(operation::takesParameter);
    }

    /** Tells whether the service has an error of that type. */
    public boolean hasError(String type) {
        return errorsByType.containsKey(type);
    }

    QueryNames queryNames() {
        return pathMember.isEmpty() ? QueryNames.OF_MODEL : QueryNames.FORMER;
    }

    /** Returns the member of requests that may be their URL; empty where there is none. */
    String pathMember() {
        return pathMember;
    }

    Service service() {
        return service;
    }

    Map<String, ErrorShape> errorsByType() {
        return errorsByType;
    }

    /** Returns how an exception that this service models goes over the wire; empty for any other exception. */
    Optional<ErrorShape> error(Class<?> exceptionType) {
        return exceptionType.getPackageName().equals(service.modelPackage())
                ? Optional.ofNullable(errorsByType.get(exceptionType.getSimpleName()))
                : Optional.empty();
    }
}
