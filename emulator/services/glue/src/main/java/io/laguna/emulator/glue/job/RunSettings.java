package io.laguna.emulator.glue.job;

import io.laguna.emulator.kit.Caller;
import io.laguna.engines.driver.Drivers;
import io.laguna.engines.driver.EventLogs;
import io.laguna.engines.driver.GlueRuntime;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/**
 * The settings that all runs have in common.
 *
 * @param drivers run them; waited for
 * @param runtime the libraries of their scripts
 * @param files those in S3
 * @param logs takes their outputs
 * @param eventLogs what Spark writes for its web page
 * @param price of a run on AWS, for its log
 * @param bookmarks {@code http://127.0.0.1:4566/_laguna/glue/bookmarks/}, behind which the id of a run stands
 * @param index the package index from which runs may install modules; without one they have wheels from S3 alone
 */
public record RunSettings(
        Supplier<Drivers> drivers,
        Supplier<GlueRuntime> runtime,
        S3Files files,
        Function<Caller, CloudWatchLogsClient> logs,
        EventLogs eventLogs,
        RunPrice price,
        String bookmarks,
        Optional<String> index) {}
