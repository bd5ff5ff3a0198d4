package io.laguna.wire;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingType;

/**
 * An operation of a service.
 *
 * <p>An operation holds names only. The SDK's classes are loaded when an operation is first used: a service has
 * hundreds.
 */
public final class Operation {
    private final Names names;
    private final Binding binding;
    private final Streaming streaming;
    private final Types types;
    private final List<MemberRule> rules;
    private final Map<String, List<MemberRule>> rulesByMember;
    private volatile MethodHandle newRequest;

    Operation(Names names, Binding binding, Streaming streaming, Types types, List<MemberRule> rules) {
        this.names = names;
        this.binding = binding;
        this.streaming = streaming;
        this.types = types;
        this.rules = List.copyOf(rules);
        this.rulesByMember = rules.stream().collect(Collectors.groupingBy(MemberRule::member));
    }

    /** The names of an operation: on the wire and as a method of the SDK's client. */
    record Names(String wire, String method) {}

    /**
     * The HTTP binding of an operation.
     *
     * @param root the element around an answer of XML; empty where the answer is another member's, or none
     */
    record Binding(String method, UriTemplate uri, int successCode, String root) {}

    /** The SDK's types by their simple names, and where they are. */
    record Types(String request, String response, String modelPackage, ClassLoader loader) {}

    /** Returns the operation's name on the wire, as IAM and the documentation have it: {@code GetMLTransform}. */
    public String name() {
        return names.wire();
    }

    /** Returns the name of the method in the SDK's client interface: {@code getMLTransform}. */
    public String methodName() {
        return names.method();
    }

    /** Returns the HTTP method in upper case. */
    public String httpMethod() {
        return binding.method();
    }

    /** Returns the path as the SDK has it: {@code /functions/{FunctionName}/code}; {@code /} for all but REST. */
    public String uriTemplate() {
        return binding.uri().text();
    }

    /** Returns the HTTP status of a successful answer; 200 for all but REST. */
    public int successCode() {
        return binding.successCode();
    }

    /** Returns the element around an answer of XML; empty where a model says none. */
    String root() {
        return binding.root();
    }

    public Streaming streaming() {
        return streaming;
    }

    /** Returns the SDK's request class, loaded now if it was not before. */
    public Class<? extends SdkPojo> requestType() {
        return load(types, types.request());
    }

    /** Returns the SDK's response class, loaded now if it was not before. */
    public Class<? extends SdkPojo> responseType() {
        return load(types, types.response());
    }

    UriTemplate uri() {
        return binding.uri();
    }

    /** Tells whether a request of the operation may have that parameter in its query. */
    public boolean takesParameter(String name) {
        return binding.uri().query().containsKey(name) || hasParameter(name);
    }

    /**
     * Tells whether a member of a request is that header.
     *
     * @param name in lower case
     */
    public boolean takesHeader(String name) {
        return newRequest().sdkFields().stream()
                .filter(field -> field.location() == MarshallLocation.HEADER)
                .anyMatch(field -> field.marshallingType() == MarshallingType.MAP
                        ? name.startsWith(field.locationName().toLowerCase(Locale.ROOT))
                        : name.equals(field.locationName().toLowerCase(Locale.ROOT)));
    }

    private boolean hasParameter(String name) {
        return newRequest().sdkFields().stream()
                .anyMatch(field -> field.location() == MarshallLocation.QUERY_PARAM
                        && field.locationName().equals(name));
    }

    Binding binding() {
        return binding;
    }

    Types types() {
        return types;
    }

    /** Returns an empty builder of the request. */
    public SdkPojo newRequest() {
        try {
            MethodHandle builder = newRequest;
            if (builder == null) {
                builder = builderOf(load(types, types.request()));
                newRequest = builder;
            }
            return (SdkPojo) builder.invoke();
        } catch (Throwable e) {
            throw new IllegalStateException(types.request() + " has no builder", e);
        }
    }

    /** Returns the names of the members without which AWS's model has no request. */
    public List<String> requiredMembers() {
        return rules.stream()
                .filter(MemberRule::required)
                .map(MemberRule::member)
                .toList();
    }

    List<MemberRule> rules() {
        return rules;
    }

    /** Returns the rules of one member. */
    List<MemberRule> rules(String member) {
        return rulesByMember.getOrDefault(member, List.of());
    }

    Operation withAnswer(int code, String root) {
        return new Operation(names, new Binding(binding.method(), binding.uri(), code, root), streaming, types, rules);
    }

    Operation withRules(List<MemberRule> others) {
        return new Operation(names, binding, streaming, types, others);
    }

    /** Returns an empty builder of the request of an operation that is not made yet. */
    static SdkPojo newBuilder(Types types) {
        return new Operation(
                        new Names("", ""),
                        new Binding("", UriTemplate.of("/"), 0, ""),
                        Streaming.NONE,
                        types,
                        List.of())
                .newRequest();
    }

    private static Class<? extends SdkPojo> load(Types types, String simpleName) {
        try {
            return Class.forName(types.modelPackage() + "." + simpleName, true, types.loader())
                    .asSubclass(SdkPojo.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "The index of operations does not fit the SDK on the class path: regenerate it", e);
        }
    }

    /** Returns the SDK's static method {@code builder()}, which every type has, but in no common interface. */
    private static MethodHandle builderOf(Class<?> type) throws ReflectiveOperationException {
        Class<?> builder = Class.forName(type.getName() + "$Builder", false, type.getClassLoader());
        return MethodHandles.publicLookup().findStatic(type, "builder", MethodType.methodType(builder));
    }

    @Override
    public String toString() {
        return names.wire();
    }
}
