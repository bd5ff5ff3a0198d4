package io.laguna.emulator.lambda;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.engines.process.Workspace;
import java.nio.file.Path;
import java.util.function.Function;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The settings that Lambda works with.
 *
 * @param folder for code and environments
 * @param endpoint at which functions and fetchers of code reach the lake: {@code http://127.0.0.1:4566}
 * @param seal for the variables of environments
 */
public record LambdaSettings(
        Workspace workspace,
        Path folder,
        String endpoint,
        Seal seal,
        Function<Caller, S3Client> s3,
        Function<Caller, CloudWatchLogsClient> logs,
        Function<Caller, StsClient> sts) {}
