package io.laguna.emulator.apigateway;

import io.laguna.emulator.apigateway.settings.GatewaySettings;
import io.laguna.emulator.edge.StsMount;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Directory;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.lambda.Lambda;
import io.laguna.emulator.lambda.LambdaSettings;
import io.laguna.emulator.lambda.request.Peers;
import io.laguna.emulator.logs.Logs;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.emulator.testlake.OnEngines;
import io.laguna.engines.process.Workspace;
import io.laguna.wire.Rooms;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;

/** API Gateway on a real PostgreSQL, with real functions and logs, opened once per test JVM. */
final class ApiLake extends OnEngines<ApiLake.Running> {
    ApiLake() {
        super(Running.class, Running::new);
    }

    /** The engines, and the services on them. */
    static final class Running implements ExtensionContext.Store.CloseableResource {
        private final EngineLake.Running engines;
        private final S3Client s3;
        private final Logs logs;
        private final Lambda lambda;

        private Running(EngineLake.Running engines) {
            this.engines = engines;
            this.s3 = engines.s3();
            this.logs = Logs.open(engines.state());
            Path folder = engines.folder("lambda");
            this.lambda = Lambda.open(
                    engines.state(),
                    new LambdaSettings(
                            Workspace.of(Path.of(System.getProperty("laguna.home")), folder),
                            folder,
                            engines.s3Address(),
                            Seal.keptIn(folder),
                            new Peers(
                                    caller -> s3,
                                    this::logs,
                                    StsMount.forService(folder, Directory.EMPTY, "lambda"),
                                    caller -> {
                                        throw uncalled(caller);
                                    },
                                    caller -> {
                                        throw uncalled(caller);
                                    },
                                    caller -> {
                                        throw uncalled(caller);
                                    })));
        }

        /** An API calls its functions and waits for them, and then Lambda tells nobody. */
        private static AssertionError uncalled(Caller caller) {
            return new AssertionError("A function that an API calls sends no message for " + caller);
        }

        /** Opens the service on the same state, as after a restart of Laguna. */
        ApiGateway open() {
            return ApiGateway.open(
                    engines.state(), new GatewaySettings(this::functions, this::logs, URI.create(engines.s3Address())));
        }

        LambdaClient functions(Caller caller) {
            return Rooms.of(LambdaClient.class, lambda.rooms(caller)).client();
        }

        CloudWatchLogsClient logs(Caller caller) {
            return Rooms.of(CloudWatchLogsClient.class, logs.rooms(caller)).client();
        }

        /** Makes a function of Python, which any API may call; returns its ARN. */
        String function(String name, String code) {
            LambdaClient lambda = functions(EngineLake.CALLER);
            String arn = lambda.createFunction(create -> create.functionName(name)
                            .role("arn:aws:iam::123456789012:role/tests")
                            .runtime("python3.12")
                            .handler("index.handler")
                            .timeout(30)
                            .code(zip -> zip.zipFile(zip("index.py", code))))
                    .functionArn();
            lambda.addPermission(add -> add.functionName(name)
                    .statementId("apis")
                    .action("lambda:InvokeFunction")
                    .principal("apigateway.amazonaws.com"));
            return arn;
        }

        @Override
        public void close() {
            lambda.close();
            logs.close();
            s3.close();
        }

        private static SdkBytes zip(String name, String text) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(text.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return SdkBytes.fromByteArray(bytes.toByteArray());
        }
    }
}
