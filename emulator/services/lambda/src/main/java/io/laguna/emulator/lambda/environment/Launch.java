package io.laguna.emulator.lambda.environment;

import io.laguna.emulator.kit.request.RandomIds;
import io.laguna.emulator.lambda.record.Version;
import io.laguna.engines.function.FunctionCommand;
import io.laguna.engines.function.FunctionFolders;
import io.laguna.engines.function.FunctionRuntime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.lambda.model.EnvironmentResponse;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.LogFormat;
import software.amazon.awssdk.services.lambda.model.TracingMode;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * The start of an environment for a version of a function.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html">Environment variables</a>
 */
final class Launch {
    /** How long the credentials of a role last, which no environment outlives. */
    static final Duration CREDENTIALS = Duration.ofHours(1);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(ZoneOffset.UTC);
    private static final RandomIds STREAMS = new RandomIds("0123456789abcdef");
    private static final int STREAM_DIGITS = 32;
    private static final int LONGEST_SESSION = 64;
    private static final long MIB = 1 << 20;
    private static final String LIBRARIES =
            "/var/lang/lib:/lib64:/usr/lib64:/var/runtime:/var/runtime/lib:/var/task:/var/task/lib:/opt/lib";

    private final LaunchSettings settings;
    private final Version version;
    private final FunctionConfiguration configuration;
    private final FunctionRuntime runtime;

    /**
     * Prepares a start.
     *
     * @throws io.laguna.engines.function.RuntimeMissingException when this machine does not have the runtime
     */
    Launch(LaunchSettings settings, Version version) {
        this.settings = settings;
        this.version = version;
        this.configuration = version.configuration();
        this.runtime = settings.runtimes().find(configuration.runtimeAsString());
    }

    /** Returns the log of the new environment. */
    FunctionLog log() {
        String stream = DAY.format(settings.clock().instant()) + "/[" + configuration.version() + "]"
                + STREAMS.next(STREAM_DIGITS);
        return new FunctionLog(
                settings.logs().apply(version.function().owner()),
                configuration.loggingConfig().logGroup(),
                stream,
                settings.clock());
    }

    /**
     * Returns the command of the environment.
     *
     * @throws io.laguna.engines.function.EntryPointException when the code has no program with which it begins
     */
    FunctionCommand command(FunctionLog log) {
        FunctionFolders here = new FunctionFolders(
                settings.codes().files(version.code()),
                settings.codes().layers(version.layers()),
                settings.runtimes().folder(),
                runtime.language(),
                settings.folder().resolve(UUID.randomUUID().toString()));
        FunctionFolders seen = settings.view().seen(here);
        FunctionRuntime.Program program =
                runtime.program(here, seen, configuration.handler(), configuration.memorySize() * MIB);
        Map<String, String> variables = new HashMap<>(settings.runtimes().trust(seen.runtime()));
        variables.putAll(program.variables());
        variables.putAll(platform(log, seen));
        variables.putAll(credentials());
        Optional.ofNullable(configuration.environment())
                .map(EnvironmentResponse::variables)
                .ifPresent(variables::putAll);
        return new FunctionCommand(program.words(), variables, here, configuration.memorySize() * MIB);
    }

    /** Returns what differs here from AWS, for the log of the function. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        runtime.note().ifPresent(notes::add);
        settings.view()
                .refusal()
                .ifPresent(reason -> notes.add("This machine allows no namespaces (" + reason.replace('\n', ' ')
                        + "): /var/task, /opt and /tmp are no folders of the function's own. LAMBDA_TASK_ROOT and TMPDIR"
                        + " name those that are."));
        if (configuration.vpcConfig() != null) {
            notes.add("VpcConfig has no effect.");
        }
        if (configuration.tracingConfig().mode() == TracingMode.ACTIVE) {
            notes.add("TracingConfig has no effect: nothing collects traces.");
        }
        return notes;
    }

    private Map<String, String> platform(FunctionLog log, FunctionFolders seen) {
        boolean isOnAws = settings.view().refusal().isEmpty();
        String region = version.function().owner().region();
        Map<String, String> variables = new HashMap<>();
        variables.put("_HANDLER", configuration.handler());
        variables.put("AWS_REGION", region);
        variables.put("AWS_DEFAULT_REGION", region);
        variables.put("AWS_ENDPOINT_URL", settings.endpoint());
        variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_" + configuration.runtimeAsString());
        variables.put("AWS_LAMBDA_FUNCTION_NAME", configuration.functionName());
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(configuration.memorySize()));
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", configuration.version());
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        variables.put("AWS_LAMBDA_LOG_GROUP_NAME", log.group());
        variables.put("AWS_LAMBDA_LOG_STREAM_NAME", log.stream());
        variables.put("AWS_XRAY_CONTEXT_MISSING", "LOG_ERROR");
        variables.put("LAMBDA_TASK_ROOT", seen.task().toString());
        variables.put("LAMBDA_RUNTIME_DIR", seen.runtime().toString());
        variables.put("LAGUNA_LAYERS", seen.layers().map(Path::toString).orElse("/opt"));
        variables.put("TMPDIR", isOnAws ? "/tmp" : seen.temporary().toString());
        variables.put("TZ", ":UTC");
        variables.put("LANG", "C.UTF-8");
        variables.put("HOME", "/home/sbx_user1051");
        variables.put(
                "LD_LIBRARY_PATH",
                isOnAws
                        ? LIBRARIES
                        : LIBRARIES + ":" + seen.task() + ":" + seen.task().resolve("lib")
                                + seen.layers()
                                        .map(folder -> ":" + folder.resolve("lib"))
                                        .orElse(""));
        variables.put(
                "PATH",
                "/var/lang/bin:/usr/local/bin:/usr/bin:/bin:"
                        + seen.layers()
                                .map(folder -> folder.resolve("bin").toString())
                                .orElse("/opt/bin"));
        if (configuration.loggingConfig().logFormat() == LogFormat.JSON) {
            variables.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
            variables.put("AWS_LAMBDA_LOG_LEVEL", configuration.loggingConfig().applicationLogLevelAsString());
        }
        return variables;
    }

    private Map<String, String> credentials() {
        String name = configuration.functionName();
        Credentials credentials = settings.sts()
                .apply(version.function().owner())
                .assumeRole(assume -> assume.roleArn(configuration.role())
                        .roleSessionName(name.substring(0, Math.min(LONGEST_SESSION, name.length())))
                        .durationSeconds((int) CREDENTIALS.toSeconds()))
                .credentials();
        return Map.of(
                "AWS_ACCESS_KEY_ID",
                credentials.accessKeyId(),
                "AWS_SECRET_ACCESS_KEY",
                credentials.secretAccessKey(),
                "AWS_SESSION_TOKEN",
                credentials.sessionToken());
    }

    String runtimeName() {
        return configuration.runtimeAsString();
    }
}
