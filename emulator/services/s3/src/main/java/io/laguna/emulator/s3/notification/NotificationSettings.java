package io.laguna.emulator.s3.notification;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The surroundings that notifications need, which may come later than the buckets.
 *
 * @param state in which they wait; closed by whoever opened it
 * @param lambda for an account and a region, as the others
 */
public record NotificationSettings(
        CompletableFuture<State> state,
        Function<Caller, LambdaClient> lambda,
        Function<Caller, SqsClient> queues,
        Function<Caller, SnsClient> topics) {}
