package io.laguna.emulator.emrserverless;

import io.laguna.emulator.LakeClients;
import io.laguna.emulator.LakeKeys;
import io.laguna.emulator.edge.Edge;
import io.laguna.emulator.edge.EdgeConfiguration;
import io.laguna.emulator.edge.OperationIndex;
import io.laguna.emulator.edge.ServiceMount;
import io.laguna.emulator.state.State;
import io.laguna.engines.DriverSettings;
import io.laguna.engines.Drivers;
import io.laguna.engines.HiveMetastore;
import io.laguna.engines.PostgreSql;
import io.laguna.engines.Tree;
import io.laguna.engines.Workspace;
import io.laguna.wire.Rooms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.s3.S3Client;

/** EMR Serverless behind a real endpoint, on real engines and with a clock of its own, started once per test JVM. */
final class ServerlessLake implements ParameterResolver {
    static final String BUCKET = "serverless";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(Running.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(ServerlessLake.class))
                .getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class);
    }

    /** The engines, and the service on them. */
    static final class Running implements ExtensionContext.Store.CloseableResource {
        private final Path folder = folder();
        private final Path home = Path.of(System.getProperty("laguna.home"));
        private final Workspace workspace = Workspace.of(home, folder);
        private final TurnedClock clock = new TurnedClock();
        private final LakeKeys keys = LakeKeys.of(workspace.state());
        private final Edge edge;
        private final PostgreSql postgresql = new PostgreSql(workspace, 0);
        private final HiveMetastore metastore;
        private final State state;
        private final Drivers drivers;
        private final S3Client s3;
        private final EmrServerlessClient client;
        private volatile EmrServerless service;

        private Running() {
            bucket();
            edge = new Edge(
                    EdgeConfiguration.local(workspace.state()).withAddress("127.0.0.1", 0),
                    workspace.zones(),
                    List.of(new ServiceMount(
                            OperationIndex.of(EmrServerlessClient.class, "emr-serverless"),
                            CompletableFuture.completedFuture(
                                    caller -> Rooms.of(EmrServerlessClient.class, service.rooms(caller))))),
                    List.of());
            edge.start();
            LakeClients clients = new LakeClients(edge.address(), keys);
            s3 = clients.s3();
            client = clients.client(EmrServerlessClient.builder());
            postgresql.start();
            metastore = new HiveMetastore(workspace, 0, postgresql, keys.s3Access(edge.address()));
            metastore.start();
            state = State.open(postgresql.database("laguna"));
            drivers = new Drivers(
                    workspace, keys.s3Access(edge.address()), metastore.address(), DriverSettings.DEFAULT.cold());
            service = open();
        }

        /** The service by HTTP. */
        EmrServerlessClient client() {
            return client;
        }

        S3Client s3() {
            return s3;
        }

        void forward(Duration time) {
            clock.forward(time);
        }

        /** Laguna ends and is started again, on the same state. */
        void restart() {
            service.close();
            service = open();
        }

        /** The jar of the Spark jobs as an object. */
        String jar() {
            Path target = workspace.zones().resolve(BUCKET).resolve("apps.jar");
            try (Stream<Path> jars = Files.list(home.resolve("spark-apps/target"))) {
                Path jar = jars.filter(file ->
                                file.getFileName().toString().matches("laguna-spark-apps-[^-]*(-SNAPSHOT)?\\.jar"))
                        .findFirst()
                        .orElseThrow();
                if (!Files.exists(target)) {
                    Files.copy(jar, target);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return "s3://" + BUCKET + "/apps.jar";
        }

        private EmrServerless open() {
            return EmrServerless.open(state, drivers, s3, workspace.state().resolve("emr-serverless"), clock);
        }

        private void bucket() {
            try {
                Files.createDirectories(workspace.zones().resolve(BUCKET));
                Files.createDirectories(workspace.zones().resolve("warehouse"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Path folder() {
            try {
                return Files.createTempDirectory(Path.of("target"), "serverless")
                        .toAbsolutePath();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            client.close();
            service.close();
            drivers.close();
            state.close();
            metastore.close();
            postgresql.close();
            s3.close();
            edge.close();
            Tree.delete(folder);
        }
    }
}
