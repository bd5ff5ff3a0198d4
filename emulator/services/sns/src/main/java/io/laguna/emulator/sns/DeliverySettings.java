package io.laguna.emulator.sns;

import io.laguna.emulator.kit.Caller;
import io.laguna.engines.certificate.SigningKey;
import java.nio.file.Path;
import java.util.function.Function;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The ways to subscribers.
 *
 * @param endpoint the lake's URL, with which links in messages begin
 * @param mail the folder of e-mails: a file for each
 * @param key signs messages
 * @param web the hosts that are called by HTTP
 */
public record DeliverySettings(
        Function<Caller, SqsClient> queues,
        Function<Caller, LambdaClient> functions,
        String endpoint,
        Path mail,
        SigningKey key,
        WebTargets web) {}
