package io.laguna.emulator.events;

import io.laguna.emulator.kit.Caller;
import java.util.function.Function;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The services whose resources are targets of rules. */
public record TargetSettings(
        Function<Caller, SqsClient> queues,
        Function<Caller, SnsClient> topics,
        Function<Caller, LambdaClient> functions,
        Function<Caller, CloudWatchLogsClient> logs,
        Function<Caller, RedshiftDataClient> statements,
        Workflows workflows) {
    /** The workflows of Glue that begin with events. AWS gives rules a way of their own to them, which is no operation. */
    @FunctionalInterface
    public interface Workflows {
        /** Takes an event to a workflow. */
        void notifyEvent(Caller owner, String workflow, String event);
    }
}
