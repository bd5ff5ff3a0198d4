package io.laguna.emulator.scheduler;

import io.laguna.emulator.kit.Caller;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.scheduler.model.Target;

/**
 * The target of a schedule: a universal one, which is any operation of a service that does not only read, or one that AWS has a
 * template for, which gets the schedule's input: a function, a queue, a topic or an event bus.
 *
 * @see <a href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html">Universal
 *     targets</a>
 */
final class UniversalTarget {
    private static final Pattern ARN = Pattern.compile("arn:aws(?:-[a-z]+)*:([\\w-]+):([^:]*):([^:]*):(.+)");
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
    private final Target target;
    private final Optional<TargetTemplate> template;

    private UniversalTarget(TargetOperation operation, Target target, Optional<TargetTemplate> template) {
        this.operation = operation;
        this.target = target;
        this.template = template;
    }

    /**
     * Returns the target that a definition names.
     *
     * @throws software.amazon.awssdk.services.scheduler.model.ValidationException when there is none here
     */
    static UniversalTarget of(TargetServices services, Target target) {
        Matcher parts = ARN.matcher(target.arn());
        if (!parts.matches()) {
            throw Failures.invalid("Provided Arn is not in correct format.");
        }
        Optional<TargetTemplate> template =
                TargetTemplate.of(parts.group(1), parts.group(4)).filter(each -> services.has(each.service()));
        if (template.isPresent()) {
            template.get().check(target);
            return services.operation(template.get().service(), template.get().action())
                    .map(operation -> new UniversalTarget(operation, target, template))
                    .orElseThrow(() -> unsupported(template.get().service()));
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
                .map(operation -> new UniversalTarget(operation, target, Optional.empty()))
                .orElseThrow(() -> Failures.invalid(action + " API is not supported."));
    }

    /**
     * Refuses an operation that AWS has and Laguna has not.
     *
     * @throws software.amazon.awssdk.services.scheduler.model.ValidationException when the operation is not built
     */
    void requireBuilt() {
        if (!operation.isBuilt()) {
            throw Failures.invalid("not implemented by Laguna: " + target.arn());
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
        String request =
                template.map(known -> known.request(target, input).toString()).orElse(input);
        return RequestInput.read(request, operation, token);
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
