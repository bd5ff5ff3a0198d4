package io.laguna.emulator.sns;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.sqs.Sqs;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.emulator.testlake.OnEngines;
import io.laguna.engines.certificate.Authority;
import io.laguna.engines.certificate.SigningKey;
import io.laguna.wire.Rooms;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.sqs.SqsClient;

/** SNS on a real PostgreSQL and a real SQS, opened once per test JVM. */
final class SnsLake extends OnEngines<SnsLake.Running> {
    static final String ENDPOINT = "http://127.0.0.1:4566";

    SnsLake() {
        super(Running.class, Running::new);
    }

    /** The engines, and the services on them. */
    static final class Running implements ExtensionContext.Store.CloseableResource {
        private final EngineLake.Running engines;
        private final Sqs queues;
        private final Path mail;
        private final SigningKey key;

        /** The requests to functions. */
        final Queue<InvokeRequest> invoked = new ConcurrentLinkedQueue<>();

        private Running(EngineLake.Running engines) {
            this.engines = engines;
            this.queues = Sqs.open(engines.state(), ENDPOINT);
            this.mail = engines.folder("mail");
            this.key = Authority.keptIn(engines.folder("authority")).signing("sns");
        }

        /** Opens the service on the same state, as after a restart of Laguna. */
        Sns open() {
            return Sns.open(
                    engines.state(),
                    new DeliverySettings(
                            this::queues,
                            caller -> new Functions(invoked),
                            ENDPOINT,
                            mail,
                            key,
                            WebTargets.read(Optional.empty())));
        }

        SqsClient queues(Caller caller) {
            return Rooms.of(SqsClient.class, queues.rooms(caller)).client();
        }

        State state() {
            return engines.state();
        }

        /** Returns the folder of all buckets. */
        Path buckets() {
            return engines.bucket().getParent();
        }

        Path mail() {
            return mail;
        }

        @Override
        public void close() {
            queues.close();
        }
    }

    /** Functions that keep what they are invoked with. */
    private record Functions(Queue<InvokeRequest> invoked) implements LambdaClient {
        @Override
        public InvokeResponse invoke(InvokeRequest request) {
            invoked.add(request);
            return InvokeResponse.builder().statusCode(202).build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
