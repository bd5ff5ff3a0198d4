package io.laguna.emulator.lambda.function;

import io.laguna.emulator.kit.shape.Shapes;
import io.laguna.emulator.lambda.code.CodeStore;
import io.laguna.emulator.lambda.record.LayerRow;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.lambda.model.Architecture;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.DeadLetterConfig;
import software.amazon.awssdk.services.lambda.model.Environment;
import software.amazon.awssdk.services.lambda.model.EnvironmentResponse;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.Layer;
import software.amazon.awssdk.services.lambda.model.LogFormat;
import software.amazon.awssdk.services.lambda.model.LoggingConfig;
import software.amazon.awssdk.services.lambda.model.PackageType;
import software.amazon.awssdk.services.lambda.model.SnapStartApplyOn;
import software.amazon.awssdk.services.lambda.model.SnapStartOptimizationStatus;
import software.amazon.awssdk.services.lambda.model.State;
import software.amazon.awssdk.services.lambda.model.StateReasonCode;
import software.amazon.awssdk.services.lambda.model.TracingConfig;
import software.amazon.awssdk.services.lambda.model.TracingMode;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.VpcConfig;
import software.amazon.awssdk.services.lambda.model.VpcConfigResponse;

/** The configurations of functions: as a request asks for them, with AWS's defaults for what it does not say. */
final class Configurations {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'").withZone(ZoneOffset.UTC);
    private static final int TIMEOUT = 3;
    private static final int MEMORY = 128;
    private static final int STORAGE = 512;

    private Configurations() {}

    /** Returns the configuration of a new function. */
    static FunctionConfiguration of(
            CreateFunctionRequest request, String name, CodeStore.Kept code, List<LayerRow> layers, Instant now) {
        // A request names its layers, and a configuration shows what they are.
        CreateFunctionRequest named =
                request.toBuilder().layers((Collection<String>) null).build();
        FunctionConfiguration.Builder made = Shapes.copy(named, FunctionConfiguration.builder());
        made.functionName(name)
                .description(Optional.ofNullable(request.description()).orElse(""))
                .timeout(Optional.ofNullable(request.timeout()).orElse(TIMEOUT))
                .memorySize(Optional.ofNullable(request.memorySize()).orElse(MEMORY))
                .packageType(PackageType.ZIP)
                .architecturesWithStrings(
                        request.architecturesAsStrings().isEmpty()
                                ? List.of(Architecture.X86_64.toString())
                                : request.architecturesAsStrings())
                .tracingConfig(tracing -> tracing.mode(Optional.ofNullable(request.tracingConfig())
                        .map(TracingConfig::mode)
                        .orElse(TracingMode.PASS_THROUGH)))
                .snapStart(
                        snap -> snap.applyOn(SnapStartApplyOn.NONE).optimizationStatus(SnapStartOptimizationStatus.OFF))
                .loggingConfig(logging(Optional.ofNullable(request.loggingConfig()), name))
                .layers(shown(layers))
                .version("$LATEST");
        if (request.ephemeralStorage() == null) {
            made.ephemeralStorage(storage -> storage.size(STORAGE));
        }
        environment(made, Optional.ofNullable(request.environment()));
        network(made, Optional.ofNullable(request.vpcConfig()));
        deadLetters(made, request.deadLetterConfig());
        return changed(made, now)
                .codeSize(code.zipped())
                .codeSha256(code.hash().base64())
                .build();
    }

    /** Returns a configuration with what a request changes. */
    static FunctionConfiguration updated(
            FunctionConfiguration before,
            UpdateFunctionConfigurationRequest request,
            List<LayerRow> layers,
            Instant now) {
        FunctionConfiguration.Builder made = before.toBuilder();
        Optional.ofNullable(request.role()).ifPresent(made::role);
        Optional.ofNullable(request.handler()).ifPresent(made::handler);
        Optional.ofNullable(request.description()).ifPresent(made::description);
        Optional.ofNullable(request.timeout()).ifPresent(made::timeout);
        Optional.ofNullable(request.memorySize()).ifPresent(made::memorySize);
        Optional.ofNullable(request.runtimeAsString()).ifPresent(made::runtime);
        Optional.ofNullable(request.kmsKeyArn()).ifPresent(key -> made.kmsKeyArn(key.isEmpty() ? null : key));
        Optional.ofNullable(request.ephemeralStorage()).ifPresent(made::ephemeralStorage);
        Optional.ofNullable(request.tracingConfig())
                .ifPresent(given -> made.tracingConfig(tracing -> tracing.mode(given.mode())));
        Optional.ofNullable(request.loggingConfig())
                .ifPresent(given -> made.loggingConfig(logging(Optional.of(given), before.functionName())));
        if (request.hasLayers()) {
            made.layers(shown(layers));
        }
        if (request.environment() != null) {
            environment(made, Optional.of(request.environment()));
        }
        if (request.vpcConfig() != null) {
            network(made, Optional.of(request.vpcConfig()));
        }
        deadLetters(made, request.deadLetterConfig());
        return changed(made, now).build();
    }

    /** Returns a configuration with other code. */
    static FunctionConfiguration updated(
            FunctionConfiguration before, CodeStore.Kept code, List<String> architectures, Instant now) {
        FunctionConfiguration.Builder made = before.toBuilder()
                .codeSize(code.zipped())
                .codeSha256(code.hash().base64());
        if (!architectures.isEmpty()) {
            made.architecturesWithStrings(architectures);
        }
        return changed(made, now).build();
    }

    /** Returns what is answered to the request that makes a function: it is not ready then. */
    static FunctionConfiguration pending(FunctionConfiguration made) {
        return made.toBuilder()
                .state(State.PENDING)
                .stateReason("The function is being created.")
                .stateReasonCode(StateReasonCode.CREATING)
                .lastUpdateStatus((String) null)
                .build();
    }

    /** Returns what is answered to the request that changes a function. */
    static FunctionConfiguration inProgress(FunctionConfiguration made) {
        return made.toBuilder()
                .lastUpdateStatus(LastUpdateStatus.IN_PROGRESS)
                .lastUpdateStatusReason("The function is being created.")
                .lastUpdateStatusReasonCode("Creating")
                .build();
    }

    static String time(Instant now) {
        return TIME.format(now);
    }

    private static FunctionConfiguration.Builder changed(FunctionConfiguration.Builder made, Instant now) {
        return made.lastModified(time(now))
                .revisionId(UUID.randomUUID().toString())
                .state(State.ACTIVE)
                .lastUpdateStatus(LastUpdateStatus.SUCCESSFUL);
    }

    private static LoggingConfig logging(Optional<LoggingConfig> asked, String function) {
        boolean json = asked.map(LoggingConfig::logFormat)
                .filter(LogFormat.JSON::equals)
                .isPresent();
        LoggingConfig.Builder made = asked.map(LoggingConfig::toBuilder)
                .orElseGet(LoggingConfig::builder)
                .logFormat(json ? LogFormat.JSON : LogFormat.TEXT)
                .logGroup(asked.map(LoggingConfig::logGroup).orElse("/aws/lambda/" + function));
        if (json) {
            made.applicationLogLevel(asked.map(LoggingConfig::applicationLogLevelAsString)
                            .orElse("INFO"))
                    .systemLogLevel(
                            asked.map(LoggingConfig::systemLogLevelAsString).orElse("INFO"));
        }
        return made.build();
    }

    private static List<Layer> shown(List<LayerRow> layers) {
        return layers.isEmpty()
                ? null
                : layers.stream()
                        .map(layer -> Layer.builder()
                                .arn(layer.versionArn())
                                .codeSize(layer.configuration().content().codeSize())
                                .build())
                        .toList();
    }

    private static void environment(FunctionConfiguration.Builder made, Optional<Environment> asked) {
        made.environment(asked.map(Environment::variables)
                .filter(variables -> !variables.isEmpty())
                .map(variables ->
                        EnvironmentResponse.builder().variables(variables).build())
                .orElse(null));
    }

    private static void network(FunctionConfiguration.Builder made, Optional<VpcConfig> asked) {
        made.vpcConfig(asked.filter(given -> !given.subnetIds().isEmpty())
                .map(given -> VpcConfigResponse.builder()
                        .subnetIds(given.subnetIds())
                        .securityGroupIds(given.securityGroupIds())
                        .vpcId("")
                        .ipv6AllowedForDualStack(given.ipv6AllowedForDualStack())
                        .build())
                .orElse(null));
    }

    /** An empty target is none. */
    private static void deadLetters(FunctionConfiguration.Builder made, DeadLetterConfig asked) {
        if (asked != null) {
            boolean none = asked.targetArn() == null || asked.targetArn().isEmpty();
            made.deadLetterConfig(none ? null : asked);
        }
    }
}
