package io.laguna.emulator.lambda.request;

import io.laguna.emulator.kit.Caller;
import java.util.function.Function;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The services that Lambda calls, each in somebody's name. */
public record Peers(
        Function<Caller, S3Client> s3,
        Function<Caller, CloudWatchLogsClient> logs,
        Function<Caller, StsClient> sts,
        Function<Caller, SqsClient> sqs,
        Function<Caller, SnsClient> sns,
        Function<Caller, EventBridgeClient> eventBridge) {}
