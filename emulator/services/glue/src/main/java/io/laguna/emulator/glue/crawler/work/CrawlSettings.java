package io.laguna.emulator.glue.crawler.work;

import io.laguna.emulator.glue.connection.Connections;
import io.laguna.emulator.kit.Caller;
import java.util.function.Function;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The settings that all crawls have in common.
 *
 * @param glue the catalog and the classifiers, as a caller sees them
 * @param s3 buckets, as a caller sees them
 * @param connections to databases
 * @param logs takes the lines of crawls
 * @param queues of events, as a caller sees them
 */
public record CrawlSettings(
        Function<Caller, GlueClient> glue,
        Function<Caller, S3Client> s3,
        Connections connections,
        Function<Caller, CloudWatchLogsClient> logs,
        Function<Caller, SqsClient> queues) {}
