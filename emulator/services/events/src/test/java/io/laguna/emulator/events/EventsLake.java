package io.laguna.emulator.events;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.logs.Logs;
import io.laguna.emulator.sns.DeliverySettings;
import io.laguna.emulator.sns.Sns;
import io.laguna.emulator.sns.WebTargets;
import io.laguna.emulator.sqs.Sqs;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.emulator.testlake.OnEngines;
import io.laguna.engines.certificate.Authority;
import io.laguna.wire.Rooms;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.ServiceException;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.redshiftdata.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.redshiftdata.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** EventBridge on a real PostgreSQL, SQS, SNS and CloudWatch Logs, opened once per test JVM. */
final class EventsLake extends OnEngines<EventsLake.Running> {
    static final String ENDPOINT = "http://127.0.0.1:4566";

    EventsLake() {
        super(Running.class, Running::new);
    }

    /** The engines, and the services on them. */
    static final class Running implements ExtensionContext.Store.CloseableResource {
        private final EngineLake.Running engines;
        private final Sqs queues;
        private final Sns topics;
        private final Logs logs;

        /** The statements of Redshift. */
        final Queue<ExecuteStatementRequest> statements = new ConcurrentLinkedQueue<>();

        /** The requests to functions. */
        final Queue<InvokeRequest> invoked = new ConcurrentLinkedQueue<>();

        /** The events that went to workflows: their names and the events' ids. */
        final Queue<String> workflows = new ConcurrentLinkedQueue<>();

        private Running(EngineLake.Running engines) {
            this.engines = engines;
            this.queues = Sqs.open(engines.state(), ENDPOINT);
            this.topics = Sns.open(
                    engines.state(),
                    new DeliverySettings(
                            this::queues,
                            this::functions,
                            ENDPOINT,
                            engines.folder("mail"),
                            Authority.keptIn(engines.folder("authority")).signing("sns"),
                            WebTargets.read(Optional.empty())));
            this.logs = Logs.open(engines.state());
        }

        /** Opens the service on the same state, as after a restart of Laguna. */
        Events open() {
            return Events.open(
                    engines.state(),
                    new TargetSettings(
                            this::queues,
                            this::topics,
                            this::functions,
                            this::logs,
                            caller -> new Statements(statements),
                            (owner, workflow, event) -> workflows.add(workflow + " " + event)));
        }

        SqsClient queues(Caller caller) {
            return Rooms.of(SqsClient.class, queues.rooms(caller)).client();
        }

        SnsClient topics(Caller caller) {
            return Rooms.of(SnsClient.class, topics.rooms(caller)).client();
        }

        CloudWatchLogsClient logs(Caller caller) {
            return Rooms.of(CloudWatchLogsClient.class, logs.rooms(caller)).client();
        }

        private LambdaClient functions(Caller caller) {
            return new Functions(invoked);
        }

        @Override
        public void close() {
            topics.close();
            queues.close();
            logs.close();
        }
    }

    /** The Data API of Redshift, which keeps what it is to run. */
    private record Statements(Queue<ExecuteStatementRequest> run) implements RedshiftDataClient {
        @Override
        public ExecuteStatementResponse executeStatement(ExecuteStatementRequest request) {
            run.add(request);
            return ExecuteStatementResponse.builder().id("1").build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }

    /** Functions that keep what they are invoked with, but for the one that is broken. */
    private record Functions(Queue<InvokeRequest> invoked) implements LambdaClient {
        @Override
        public InvokeResponse invoke(InvokeRequest request) {
            if (request.functionName().endsWith(":broken")) {
                throw ServiceException.builder()
                        .statusCode(500)
                        .message("broken")
                        .build();
            }
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
