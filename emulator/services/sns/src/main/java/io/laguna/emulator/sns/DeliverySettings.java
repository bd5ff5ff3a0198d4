package io.laguna.emulator.sns;

import io.laguna.emulator.kit.Caller;
import java.nio.file.Path;
import java.util.function.Function;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The ways to subscribers.
 *
 * @param endpoint the lake's URL, with which links in messages begin
 * @param mail the folder of e-mails: a file for each
 */
public record DeliverySettings(
        Function<Caller, SqsClient> queues, Function<Caller, LambdaClient> functions, String endpoint, Path mail) {}
