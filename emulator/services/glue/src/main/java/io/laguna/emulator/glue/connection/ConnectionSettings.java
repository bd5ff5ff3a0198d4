package io.laguna.emulator.glue.connection;

import io.laguna.emulator.glue.job.S3Files;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.engines.jdbc.JdbcProcess;
import java.nio.file.Path;
import java.util.function.Function;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * The settings that all connections have in common.
 *
 * @param seal of their properties in the state
 * @param jdbc logs in to databases
 * @param files drivers of users, in S3
 * @param secrets where logins may be
 * @param catalog has the setting whether passwords are answered encrypted
 * @param logs takes the outcome of tests
 * @param folder for drivers while they are used
 */
public record ConnectionSettings(
        Seal seal,
        JdbcProcess jdbc,
        S3Files files,
        Function<Caller, SecretsManagerClient> secrets,
        Function<Caller, GlueClient> catalog,
        Function<Caller, CloudWatchLogsClient> logs,
        Path folder) {}
