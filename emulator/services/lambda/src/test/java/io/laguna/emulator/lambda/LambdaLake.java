package io.laguna.emulator.lambda;

import io.laguna.emulator.edge.StsMount;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Directory;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.logs.Logs;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.emulator.testlake.OnEngines;
import io.laguna.engines.process.Workspace;
import io.laguna.wire.Rooms;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;

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
        private final LambdaSettings settings;

        private Running(EngineLake.Running engines) {
            this.engines = engines;
            this.s3 = engines.s3();
            this.logs = Logs.open(engines.state());
            Path folder = engines.folder("lambda");
            this.settings = new LambdaSettings(
                    Workspace.of(Path.of(System.getProperty("laguna.home")), folder),
                    folder,
                    engines.s3Address(),
                    Seal.keptIn(folder),
                    caller -> s3,
                    this::logs,
                    StsMount.forService(folder, Directory.EMPTY, "lambda"));
        }

        /** Opens the service on the same state, as after a restart of Laguna; what fails is tried again soon. */
        Lambda open() {
            List<Duration> soon = List.of(Duration.ofMillis(50), Duration.ofMillis(50));
            return Lambda.open(engines.state(), settings, Optional.of(soon));
        }

        CloudWatchLogsClient logs(Caller caller) {
            return Rooms.of(CloudWatchLogsClient.class, logs.rooms(caller)).client();
        }

        S3Client s3() {
            return s3;
        }

        EngineLake.Running engines() {
            return engines;
        }

        static LambdaClient client(Lambda lambda) {
            return Rooms.of(LambdaClient.class, lambda.rooms(EngineLake.CALLER)).client();
        }

        @Override
        public void close() {
            logs.close();
            s3.close();
        }
    }
}
