package io.laguna.emulator.lake;

import io.laguna.emulator.edge.mount.HttpMount;
import io.laguna.emulator.events.Events;
import io.laguna.emulator.events.TargetSettings;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.sns.DeliverySettings;
import io.laguna.emulator.sns.Sns;
import io.laguna.emulator.sns.WebTargets;
import io.laguna.emulator.sqs.Sqs;
import io.laguna.engines.certificate.TrustedRoot;
import io.laguna.engines.process.Workspace;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The services of a lake that carry messages: queues, topics and rules. */
final class MessageServices {
    private final LakeService<SqsClient> queues;
    private final LakeService<SnsClient> topics;
    private final CertificateMount certificate;
    private final CompletableFuture<Events> events;
    private final LakeService<EventBridgeClient> rules;

    MessageServices(
            CompletableFuture<State> state,
            String endpoint,
            Workspace workspace,
            Function<Caller, LambdaClient> functions,
            Function<Caller, CloudWatchLogsClient> logs,
            Function<Caller, RedshiftDataClient> statements,
            TargetSettings.Workflows workflows) {
        this.queues = new LakeService<>(SqsClient.class, "sqs", state.thenApply(opened -> Sqs.open(opened, endpoint)))
                .withFormer("2012-11-05", "http://queue.amazonaws.com/doc/2012-11-05/", "QueueUrl");
        CompletableFuture<Sns> opening = state.thenApply(opened -> Sns.open(
                opened,
                new DeliverySettings(
                        queues::client,
                        functions,
                        endpoint,
                        workspace.state().resolve("mail"),
                        TrustedRoot.authority(workspace).signing("sns"),
                        WebTargets.ofEnvironment())));
        this.topics = new LakeService<>(SnsClient.class, "sns", opening);
        this.certificate = new CertificateMount(opening);
        TargetSettings targets =
                new TargetSettings(queues::client, topics::client, functions, logs, statements, workflows);
        this.events = state.thenApply(opened -> Events.open(opened, targets));
        this.rules = new LakeService<>(EventBridgeClient.class, "events", events);
    }

    /** Returns the mount of the certificate that messages are signed with. */
    HttpMount certificate() {
        return certificate.mount();
    }

    SqsClient sqs(Caller caller) {
        return queues.client(caller);
    }

    SnsClient sns(Caller caller) {
        return topics.client(caller);
    }

    EventBridgeClient eventBridge(Caller caller) {
        return rules.client(caller);
    }

    /** Returns EventBridge as a listener of the lake's own events. */
    CompletableFuture<Events> events() {
        return events;
    }

    /** Returns the services that call others, in the order in which they are closed. */
    List<LakeService<?>> calling() {
        return List.of(rules, topics);
    }

    /** Returns the services that others call, functions among them. */
    List<LakeService<?>> called() {
        return List.of(queues);
    }
}
