package io.laguna.emulator.lambda.function;

import io.laguna.emulator.lambda.request.Constraints;
import io.laguna.emulator.lambda.request.Failures;
import io.laguna.engines.function.FunctionRuntimes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.lambda.model.Architecture;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.DeadLetterConfig;
import software.amazon.awssdk.services.lambda.model.EphemeralStorage;
import software.amazon.awssdk.services.lambda.model.LoggingConfig;
import software.amazon.awssdk.services.lambda.model.PackageType;
import software.amazon.awssdk.services.lambda.model.Runtime;
import software.amazon.awssdk.services.lambda.model.SnapStart;
import software.amazon.awssdk.services.lambda.model.SnapStartApplyOn;
import software.amazon.awssdk.services.lambda.model.TracingConfig;
import software.amazon.awssdk.services.lambda.model.TracingMode;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;

/**
 * The rules for what a function may be given.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html">CreateFunction</a>
 */
final class ConfigurationRules {
    private static final int MOST_LAYERS = 5;
    private static final int MOST_VARIABLE_BYTES = 4096;
    private static final Pattern ROLE =
            Pattern.compile("arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+");
    private static final Pattern HANDLER = Pattern.compile("[^\\s]+");
    private static final Pattern KEY = Pattern.compile("(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()");
    private static final Pattern VARIABLE = Pattern.compile("[a-zA-Z]([a-zA-Z0-9_])+");
    private static final Pattern DEAD_LETTERS =
            Pattern.compile("(arn:aws[a-zA-Z-]*:(sqs|sns):[a-z0-9-]+:\\d{12}:[a-zA-Z0-9_-]+)|()");
    private static final Pattern LOG_GROUP = Pattern.compile("[\\.\\-_/#A-Za-z0-9]+");

    /** "Reserved environment variables": their keys cannot be set in a function's configuration. */
    private static final Set<String> RESERVED = Set.of(
            "_HANDLER",
            "_X_AMZN_TRACE_ID",
            "AWS_DEFAULT_REGION",
            "AWS_REGION",
            "AWS_EXECUTION_ENV",
            "AWS_LAMBDA_FUNCTION_NAME",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "AWS_LAMBDA_FUNCTION_VERSION",
            "AWS_LAMBDA_INITIALIZATION_TYPE",
            "AWS_LAMBDA_LOG_GROUP_NAME",
            "AWS_LAMBDA_LOG_STREAM_NAME",
            "AWS_ACCESS_KEY",
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "AWS_LAMBDA_RUNTIME_API",
            "LAMBDA_TASK_ROOT",
            "LAMBDA_RUNTIME_DIR");

    private ConfigurationRules() {}

    static void check(CreateFunctionRequest request) {
        new Constraints()
                .present("role", request.role())
                .present("code", request.code())
                .check();
        members(request.role(), request.handler(), request.description(), request.kmsKeyArn());
        numbers(request.timeout(), request.memorySize(), request.ephemeralStorage());
        new Constraints()
                .oneOf("packageType", request.packageTypeAsString(), PackageType.knownValues())
                .text("codeSigningConfigArn", request.codeSigningConfigArn())
                .text("publishTo", request.publishToAsString())
                .check();
        refuse("container images", Optional.ofNullable(request.packageType()).filter(PackageType.IMAGE::equals));
        refuse("container images", Optional.ofNullable(request.imageConfig()));
        refuse("code signing", Optional.ofNullable(request.codeSigningConfigArn()));
        refuse("capacity providers", Optional.ofNullable(request.capacityProviderConfig()));
        refuse("publishing to $LATEST.PUBLISHED", Optional.ofNullable(request.publishToAsString()));
        refuse("durable functions", Optional.ofNullable(request.durableConfig()));
        refuse("tenant isolation", Optional.ofNullable(request.tenancyConfig()));
        shared(request.hasFileSystemConfigs() && !request.fileSystemConfigs().isEmpty(), request.snapStart());
        runtime(request.runtimeAsString());
        if (request.runtimeAsString() == null || request.handler() == null) {
            throw Failures.invalid(
                    "Runtime and Handler are mandatory parameters for functions created with deployment packages.");
        }
        architectures(request.architecturesAsStrings());
        parts(request.tracingConfig(), request.loggingConfig(), request.deadLetterConfig(), request.layers());
        if (request.environment() != null) {
            variables(request.environment().variables());
        }
        new Constraints().tags(request.tags()).check();
    }

    static void check(UpdateFunctionConfigurationRequest request) {
        members(request.role(), request.handler(), request.description(), request.kmsKeyArn());
        numbers(request.timeout(), request.memorySize(), request.ephemeralStorage());
        new Constraints().text("revisionId", request.revisionId()).check();
        refuse("container images", Optional.ofNullable(request.imageConfig()));
        refuse("capacity providers", Optional.ofNullable(request.capacityProviderConfig()));
        refuse("durable functions", Optional.ofNullable(request.durableConfig()));
        shared(request.hasFileSystemConfigs() && !request.fileSystemConfigs().isEmpty(), request.snapStart());
        runtime(request.runtimeAsString());
        parts(request.tracingConfig(), request.loggingConfig(), request.deadLetterConfig(), request.layers());
        if (request.environment() != null) {
            variables(request.environment().variables());
        }
    }

    static void architectures(List<String> architectures) {
        new Constraints()
                .size("architectures", architectures.isEmpty() ? List.of("x86_64") : architectures, 1, 1)
                .check();
        architectures.forEach(each -> new Constraints()
                .oneOf("architectures", each, Architecture.knownValues())
                .check());
    }

    private static void members(String role, String handler, String description, String key) {
        new Constraints()
                .text("role", role)
                .pattern("role", role, ROLE)
                .length("handler", handler, 0, 128)
                .pattern("handler", handler, HANDLER)
                .description(description)
                .text("kMSKeyArn", key)
                .pattern("kMSKeyArn", key, KEY)
                .check();
    }

    private static void numbers(Integer timeout, Integer memory, EphemeralStorage storage) {
        new Constraints()
                .range("timeout", timeout, 1, 900)
                .range("memorySize", memory, 128, 10_240)
                .range(
                        "ephemeralStorage.size",
                        Optional.ofNullable(storage).map(EphemeralStorage::size).orElse(null),
                        512,
                        10_240)
                .check();
    }

    private static void runtime(String name) {
        new Constraints().oneOf("runtime", name, Runtime.knownValues()).check();
        if (name != null && !FunctionRuntimes.has(name)) {
            throw Failures.notBuilt("the runtime " + name + ": it has Python from 3.8 to 3.14, Node.js from 16 to 24,"
                    + " Java 8 (java8.al2), 11 and 17, and provided, provided.al2 and provided.al2023");
        }
    }

    private static void shared(boolean files, SnapStart snapStart) {
        if (files) {
            throw Failures.notBuilt("file systems of functions");
        }
        refuse(
                "snapshots of functions",
                Optional.ofNullable(snapStart)
                        .map(SnapStart::applyOn)
                        .filter(SnapStartApplyOn.PUBLISHED_VERSIONS::equals));
    }

    private static void parts(
            TracingConfig tracing, LoggingConfig logging, DeadLetterConfig deadLetters, List<String> layers) {
        new Constraints()
                .oneOf(
                        "tracingConfig.mode",
                        Optional.ofNullable(tracing)
                                .map(TracingConfig::modeAsString)
                                .orElse(null),
                        TracingMode.knownValues())
                .check();
        Optional.ofNullable(logging).ifPresent(given -> new Constraints()
                .oneOf("loggingConfig.logFormat", given.logFormatAsString(), List.of("JSON", "Text"))
                .oneOf(
                        "loggingConfig.applicationLogLevel",
                        given.applicationLogLevelAsString(),
                        List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"))
                .oneOf("loggingConfig.systemLogLevel", given.systemLogLevelAsString(), List.of("DEBUG", "INFO", "WARN"))
                .length("loggingConfig.logGroup", given.logGroup(), 1, 512)
                .pattern("loggingConfig.logGroup", given.logGroup(), LOG_GROUP)
                .check());
        Optional.ofNullable(deadLetters).map(DeadLetterConfig::targetArn).ifPresent(arn -> new Constraints()
                .text("deadLetterConfig.targetArn", arn)
                .pattern("deadLetterConfig.targetArn", arn, DEAD_LETTERS)
                .check());
        if (layers.size() > MOST_LAYERS) {
            throw Failures.invalid("Cannot reference more than " + MOST_LAYERS + " layers.");
        }
    }

    private static void variables(Map<String, String> variables) {
        String reserved =
                variables.keySet().stream().filter(RESERVED::contains).sorted().collect(Collectors.joining(", "));
        if (!reserved.isEmpty()) {
            throw Failures.invalid("Lambda was unable to configure your environment variables because the environment"
                    + " variables you have provided contains reserved keys that are currently not supported for"
                    + " modification. Reserved keys used in this request: " + reserved);
        }
        variables.forEach((name, value) -> new Constraints()
                .pattern("environment.variables.member.key", name, VARIABLE)
                .text("environment.variables." + name, value)
                .check());
        int bytes = variables.entrySet().stream()
                .mapToInt(each -> (each.getKey() + each.getValue()).getBytes(StandardCharsets.UTF_8).length)
                .sum();
        if (bytes > MOST_VARIABLE_BYTES) {
            throw Failures.invalid("Lambda was unable to configure your environment variables because the environment"
                    + " variables you have provided exceeded the 4KB limit.");
        }
    }

    private static void refuse(String what, Optional<?> given) {
        if (given.isPresent()) {
            throw Failures.notBuilt(what);
        }
    }
}
