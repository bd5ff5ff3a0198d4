package io.laguna.emulator.lambda.environment;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.lambda.code.CodeStore;
import io.laguna.engines.function.FunctionRuntimes;
import io.laguna.engines.function.FunctionView;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The settings that environments are made with.
 *
 * @param folder in which each has a folder of its own
 * @param endpoint at which functions reach the lake: {@code http://127.0.0.1:4566}
 * @param sts by which functions get the credentials of their roles
 */
public record LaunchSettings(
        Path folder,
        String endpoint,
        FunctionRuntimes runtimes,
        FunctionView view,
        CodeStore codes,
        Function<Caller, CloudWatchLogsClient> logs,
        Function<Caller, StsClient> sts,
        Clock clock) {}
