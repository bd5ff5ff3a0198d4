package io.laguna.emulator.lambda;

import io.laguna.emulator.edge.StsMount;
import io.laguna.emulator.events.Events;
import io.laguna.emulator.events.TargetSettings;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Directory;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.lambda.request.Peers;
import io.laguna.emulator.logs.Logs;
import io.laguna.emulator.sns.DeliverySettings;
import io.laguna.emulator.sns.Sns;
import io.laguna.emulator.sns.WebTargets;
import io.laguna.emulator.sqs.Sqs;
import io.laguna.emulator.testlake.BuiltEngine;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.emulator.testlake.OnEngines;
import io.laguna.engines.certificate.Authority;
import io.laguna.engines.process.Workspace;
import io.laguna.wire.Rooms;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Lambda on a real PostgreSQL, S3 and CloudWatch Logs, opened once per test JVM. */
final class LambdaLake extends OnEngines<LambdaLake.Running> {
    LambdaLake() {
        super(Running.class, Running::new);
    }

    /** The engines, and the services on them. */
    static final class Running implements ExtensionContext.Store.CloseableResource {
        private final EngineLake.Running engines;
        private final S3Client s3;
        private final Logs logs;
        private final Sqs queues;
        private final Sns topics;
        private final Events rules;
        private final AtomicReference<Lambda> lambda = new AtomicReference<>();
        private final LambdaSettings settings;

        private Running(EngineLake.Running engines) {
            this.engines = engines;
            this.s3 = engines.s3();
            this.logs = Logs.open(engines.state());
            Path folder = engines.folder("lambda");
            this.queues = Sqs.open(engines.state(), engines.s3Address());
            this.topics = Sns.open(
                    engines.state(),
                    new DeliverySettings(
                            this::sqs,
                            this::functions,
                            engines.s3Address(),
                            folder.resolve("mail"),
                            Authority.keptIn(engines.folder("authority")).signing("sns"),
                            WebTargets.read(Optional.empty())));
            this.rules = Events.open(
                    engines.state(),
                    new TargetSettings(
                            this::sqs,
                            this::sns,
                            this::functions,
                            this::logs,
                            this::noRedshift,
                            (owner, workflow, event) -> {
                                throw new AssertionError("No rule of these tests starts a workflow");
                            }));
            this.settings = new LambdaSettings(
                    Workspace.of(Path.of(System.getProperty("laguna.home")), folder),
                    folder,
                    engines.s3Address(),
                    Seal.keptIn(folder),
                    new Peers(
                            caller -> s3,
                            this::logs,
                            StsMount.forService(folder, Directory.EMPTY, "lambda"),
                            this::sqs,
                            this::sns,
                            this::eventBridge));
        }

        /** Opens the service on the same state, as after a restart of Laguna; what fails is tried again soon. */
        Lambda open() {
            List<Duration> soon = List.of(Duration.ofMillis(50), Duration.ofMillis(50));
            Lambda opened = Lambda.open(engines.state(), settings, Optional.of(soon));
            lambda.set(opened);
            return opened;
        }

        CloudWatchLogsClient logs(Caller caller) {
            return Rooms.of(CloudWatchLogsClient.class, logs.rooms(caller)).client();
        }

        SqsClient sqs(Caller caller) {
            return Rooms.of(SqsClient.class, queues.rooms(caller)).client();
        }

        SnsClient sns(Caller caller) {
            return Rooms.of(SnsClient.class, topics.rooms(caller)).client();
        }

        EventBridgeClient eventBridge(Caller caller) {
            return Rooms.of(EventBridgeClient.class, rules.rooms(caller)).client();
        }

        private RedshiftDataClient noRedshift(Caller caller) {
            throw new AssertionError("No rule of these tests runs statements for " + caller);
        }

        private LambdaClient functions(Caller caller) {
            return Rooms.of(LambdaClient.class, lambda.get().rooms(caller)).client();
        }

        S3Client s3() {
            return s3;
        }

        EngineLake.Running engines() {
            return engines;
        }

        /** Makes a function of one module in Python. */
        static void create(LambdaClient client, String name, String module, int seconds) {
            client.createFunction(create -> create.functionName(name)
                    .role("arn:aws:iam::123456789012:role/tests")
                    .runtime(BuiltEngine.python())
                    .handler("index.handler")
                    .timeout(seconds)
                    .code(code -> code.zipFile(Zips.of("index.py", module))));
        }

        static LambdaClient client(Lambda lambda) {
            return Rooms.of(LambdaClient.class, lambda.rooms(EngineLake.CALLER)).client();
        }

        @Override
        public void close() {
            rules.close();
            topics.close();
            queues.close();
            logs.close();
            s3.close();
        }
    }
}
