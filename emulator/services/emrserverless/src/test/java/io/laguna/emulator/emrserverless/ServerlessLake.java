package io.laguna.emulator.emrserverless;

import io.laguna.emulator.edge.Edge;
import io.laguna.emulator.edge.EdgeConfiguration;
import io.laguna.emulator.edge.mount.OperationIndex;
import io.laguna.emulator.edge.mount.ServiceMount;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.testkit.TurnedClock;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.emulator.testlake.OnEngines;
import io.laguna.engines.driver.Drivers;
import io.laguna.wire.Rooms;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.s3.S3Client;

/** EMR Serverless behind a real endpoint, on real engines and with a clock of its own, started once per test JVM. */
final class ServerlessLake extends OnEngines<ServerlessLake.Running> {
    static final String BUCKET = "serverless";

    ServerlessLake() {
        super(Running.class, Running::new);
    }

    /** The engines, and the service on them. */
    static final class Running implements ExtensionContext.Store.CloseableResource {
        private final EngineLake.Running engines;
        private final TurnedClock clock = new TurnedClock();
        private final Edge edge;
        private final Drivers drivers;
        private final S3Client s3;
        private final EmrServerlessClient client;
        private volatile EmrServerless service;

        private Running(EngineLake.Running engines) {
            this.engines = engines;
            this.drivers = engines.drivers();
            this.s3 = engines.s3();
            s3.createBucket(request -> request.bucket(BUCKET));
            this.service = open();
            this.edge = new Edge(
                    EdgeConfiguration.local(engines.folder("edge")).withAddress("127.0.0.1", 0),
                    List.of(ServiceMount.perCaller(
                            OperationIndex.of(EmrServerlessClient.class, "emr-serverless"),
                            CompletableFuture.completedFuture(
                                    caller -> Rooms.of(EmrServerlessClient.class, service.rooms(caller))))),
                    List.of());
            edge.start();
            this.client = EmrServerlessClient.builder()
                    .endpointOverride(URI.create(edge.address()))
                    .region(Region.US_EAST_1)
                    .credentialsProvider(
                            StaticCredentialsProvider.create(AwsBasicCredentials.create("laguna", "laguna")))
                    .build();
        }

        /** The service by HTTP. */
        public EmrServerlessClient client() {
            return client;
        }

        /** The parts of the service without HTTP. */
        List<EmrServerlessClient> rooms(Caller caller) {
            return service.rooms(caller);
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
            Path jar = Path.of(System.getProperty("laguna.home"), "spark-apps/target/laguna-spark-apps.jar");
            s3.putObject(request -> request.bucket(BUCKET).key("apps.jar"), jar);
            return "s3://" + BUCKET + "/apps.jar";
        }

        private EmrServerless open() {
            return EmrServerless.open(engines.state(), drivers, s3, engines.folder("emr-serverless"), clock);
        }

        @Override
        public void close() {
            client.close();
            service.close();
            drivers.close();
            s3.close();
            edge.close();
        }
    }
}
