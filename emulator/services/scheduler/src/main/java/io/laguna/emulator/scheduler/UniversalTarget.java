package io.laguna.emulator.scheduler;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.laguna.emulator.kit.Caller;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A universal target, which is any operation of a service that does not only read, or a function, which is invoked for later
 * with the schedule's input.
 *
 * @see <a href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html">Universal
 *     targets</a>
 */
final class UniversalTarget {
    private static final Pattern ARN = Pattern.compile("arn:aws(?:-[a-z]+)*:([\\w-]+):([^:]*):([^:]*):(.+)");
    private static final Pattern FUNCTION = Pattern.compile("function:[a-zA-Z0-9-_]+(:(\\$LATEST|[a-zA-Z0-9-_]+))?");
    private static final Pattern OPERATION = Pattern.compile("aws-sdk:([\\w.-]+):(\\w+)");

    /**
     * The beginnings of operations that a schedule cannot call: "EventBridge Scheduler does not support read-only API
     * actions".
     */
    private static final Pattern READING = Pattern.compile(
            "(get|describe|list|poll|receive|search|scan|query|select|read|lookup|discover|validate|batchGet"
                    + "|batchDescribe|batchRead|transactGet|adminGet|adminList|testMigration|retrieve|testConnection"
                    + "|translateDocument|isAuthorized|invokeModel).*");

    private final TargetOperation operation;
    private final String arn;
    private final boolean function;

    private UniversalTarget(TargetOperation operation, String arn, boolean function) {
        this.operation = operation;
        this.arn = arn;
        this.function = function;
    }

    /**
     * Returns the target that an ARN names.
     *
     * @throws software.amazon.awssdk.services.scheduler.model.ValidationException when there is none here
     */
    static UniversalTarget of(TargetServices services, String arn) {
        Matcher parts = ARN.matcher(arn);
        if (!parts.matches()) {
            throw Failures.invalid("Provided Arn is not in correct format.");
        }
        if (parts.group(1).equals("lambda") && FUNCTION.matcher(parts.group(4)).matches() && services.has("lambda")) {
            return services.operation("lambda", "invoke")
                    .map(operation -> new UniversalTarget(operation, arn, true))
                    .orElseThrow(() -> unsupported("lambda"));
        }
        Matcher named = OPERATION.matcher(parts.group(4));
        boolean universal = parts.group(1).equals("scheduler")
                && parts.group(2).isEmpty()
                && parts.group(3).isEmpty()
                && named.matches();
        if (!universal) {
            throw unsupported(parts.group(1));
        }
        if (!services.has(named.group(1))) {
            throw unsupported(named.group(1));
        }
        String action = named.group(2);
        if (READING.matcher(action).matches()) {
            throw Failures.invalid(action + " API is not supported.");
        }
        return services.operation(named.group(1), action)
                .map(operation -> new UniversalTarget(operation, arn, false))
                .orElseThrow(() -> Failures.invalid(action + " API is not supported."));
    }

    /**
     * Refuses an operation that AWS has and Laguna has not.
     *
     * @throws software.amazon.awssdk.services.scheduler.model.ValidationException when the operation is not built
     */
    void requireBuilt() {
        if (!operation.isBuilt()) {
            throw Failures.invalid("not implemented by Laguna: " + arn);
        }
    }

    /** Tells whether the operation takes a token, by which two calls with the same token are one. */
    boolean isIdempotent() {
        return operation.newRequest().sdkFields().stream().anyMatch(RequestInput::isToken);
    }

    /**
     * Returns the request that a schedule's input stands for.
     *
     * @param token the operation's idempotency token where the input gives none
     * @throws software.amazon.awssdk.services.scheduler.model.ValidationException when the input is no such request
     */
    TargetRequest read(String input, String token) {
        return RequestInput.read(function ? invocation(input) : input, operation, token);
    }

    private String invocation(String input) {
        String payload = Base64.getEncoder().encodeToString(input.getBytes(StandardCharsets.UTF_8));
        return JsonNodeFactory.instance
                .objectNode()
                .put("FunctionName", arn)
                .put("InvocationType", "Event")
                .put("Payload", payload)
                .toString();
    }

    /** Calls the operation, and throws the service's exceptions. */
    SdkPojo call(Caller owner, TargetRequest request) {
        return operation.call(owner, request.request(), request.body());
    }

    /** Returns the HTTP status with which the service answers a failure. */
    int status(AwsServiceException failure) {
        return operation.status(failure);
    }

    private static RuntimeException unsupported(String service) {
        return Failures.invalid(service + " is not a supported service for a target.");
    }
}
