package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.edge.mount.OperationIndex;
import io.laguna.tests.hostile.HostileRequest;
import io.laguna.tests.hostile.HostileRequests;
import io.laguna.tests.hostile.RawConnection;
import io.laguna.wire.ServiceDescription;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.redshiftserverless.RedshiftServerlessClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Tests that no request, however malformed, ends in a failure of Laguna itself. The requests are the same in each run, so
 * that a failure comes from what was changed. {@code -Dlaguna.hostile.seed=N} makes another series, {@code
 * -Dlaguna.hostile.from=I -Dlaguna.hostile.count=1} one request of it.
 */
@Tag("slow")
class HostileRequestsSystemTest {
    private static final int COUNT = Integer.getInteger("laguna.hostile.count", 20_000);
    private static final int FROM = Integer.getInteger("laguna.hostile.from", 0);
    private static final long SEED = Long.getLong("laguna.hostile.seed", 8_279_935);
    private static final int CLIENTS = 4;
    private static final int FURNISHED_EVERY = 500;
    private static final int SHOWN = 20;
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private static final List<ServiceDescription> SERVICES = List.of(
            OperationIndex.of(S3Client.class, "s3"),
            OperationIndex.of(S3ControlClient.class, "s3control"),
            OperationIndex.of(StsClient.class, "sts"),
            OperationIndex.of(GlueClient.class, "glue"),
            OperationIndex.of(AthenaClient.class, "athena"),
            OperationIndex.of(EmrClient.class, "elasticmapreduce"),
            OperationIndex.of(EmrServerlessClient.class, "emr-serverless"),
            OperationIndex.of(IamClient.class, "iam"),
            OperationIndex.of(CloudWatchLogsClient.class, "logs"),
            OperationIndex.of(SecretsManagerClient.class, "secretsmanager"),
            OperationIndex.of(LambdaClient.class, "lambda"),
            OperationIndex.of(SsmClient.class, "ssm"),
            OperationIndex.of(RedshiftClient.class, "redshift"),
            OperationIndex.of(RedshiftDataClient.class, "redshift-data"),
            OperationIndex.of(RedshiftServerlessClient.class, "redshift-serverless"),
            OperationIndex.of(SqsClient.class, "sqs"),
            OperationIndex.of(SnsClient.class, "sns"),
            OperationIndex.of(EventBridgeClient.class, "events"),
            OperationIndex.of(ApiGatewayClient.class, "apigateway"),
            OperationIndex.of(ApiGatewayV2Client.class, "apigatewayv2"),
            OperationIndex.of(SchedulerClient.class, "scheduler"));

    @TempDir
    private static Path folder;

    private static SystemLake lake;

    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> statuses = new ConcurrentSkipListMap<>();

    @BeforeAll
    static void start() {
        lake = SystemLake.start(folder);
        furnish();
    }

    /** Makes what the requests may get as far as, and what some of them delete. */
    private static void furnish() {
        unlessThere(() -> lake.s3().createBucket(request -> request.bucket("hostile")));
        unlessThere(() -> lake.put("hostile", "key", "content"));
        unlessThere(() -> lake.glue().createDatabase(request -> request.databaseInput(input -> input.name("hostile"))));
        unlessThere(() -> lake.glue()
                .createTable(request -> request.databaseName("hostile").tableInput(table -> table.name("key")
                        .storageDescriptor(TableFormat.TEXT.at("s3://hostile/key/", Map.of(), "id int")))));
        unlessThere(() -> lake.glue().createJob(request -> request.name("hostile")
                .role("role")
                .command(command -> command.name("pythonshell").scriptLocation("s3://hostile/none.py"))));
        try (CloudWatchLogsClient logs = lake.client(CloudWatchLogsClient.builder())) {
            unlessThere(() -> logs.createLogGroup(request -> request.logGroupName("hostile")));
            unlessThere(() -> logs.createLogStream(
                    request -> request.logGroupName("hostile").logStreamName("key")));
        }
    }

    private void furnishAgain() {
        try {
            furnish();
        } catch (SdkException | AssertionError e) {
            failures.add("furnishing the lake\n  -> " + e);
        }
    }

    private static void unlessThere(Runnable work) {
        try {
            work.run();
        } catch (AwsServiceException e) {
            assertThat(e.statusCode()).isLessThan(500);
        }
    }

    @AfterAll
    static void stop() {
        lake.close();
    }

    @Test
    void everyRequestIsAnsweredAndNoneByAFailureOfLaguna() throws InterruptedException, IOException {
        System.out.println("Hostile requests of seed " + SEED);
        HostileRequests requests = new HostileRequests(SEED, SERVICES, built(), known());
        RawConnection connection = new RawConnection(URI.create(lake.endpoint()), ANSWER);
        AtomicInteger next = new AtomicInteger(FROM);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int client = 0; client < CLIENTS; client++) {
            clients.execute(() -> {
                for (int i = next.getAndIncrement(); i < FROM + COUNT; i = next.getAndIncrement()) {
                    if (i % FURNISHED_EVERY == 0) {
                        furnishAgain();
                    }
                    HostileRequest request = requests.get(i);
                    judge(request, connection.answer(request));
                }
            });
        }
        clients.shutdown();

        assertThat(clients.awaitTermination(10, TimeUnit.MINUTES)).isTrue();
        System.out.println("Answers by status: " + statuses);
        assertThat(failures.stream().limit(SHOWN))
                .as(failures.size() + " failures with -Dlaguna.hostile.seed=" + SEED)
                .isEmpty();
        assertThat(statuses.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(COUNT);
    }

    private void judge(HostileRequest request, String answer) {
        String status = answer.startsWith("HTTP/1.1 ") ? answer.substring(9, 12) : answer;
        statuses.merge(status, 1, Integer::sum);
        if (!status.matches("[234]\\d\\d|501")) {
            failures.add(request + "\n  -> " + answer);
        }
    }

    /** Returns the operations that docs/operations.md calls supported. */
    private static Set<String> built() throws IOException {
        return Files.readAllLines(LagunaCommand.home().resolve("docs/operations.md")).stream()
                .filter(line -> line.startsWith("`"))
                .flatMap(line -> Stream.of(line.split("[`,. ]+")))
                .collect(Collectors.toSet());
    }

    private static List<String> known() {
        return List.of(
                "hostile",
                "key",
                "default",
                "primary",
                "AwsDataCatalog",
                "arn:aws:s3:::hostile",
                "arn:aws:iam::000000000000:role/hostile",
                "arn:aws:glue:us-east-1:000000000000:table/hostile/key",
                "arn:aws:athena:us-east-1:000000000000:workgroup/primary",
                "arn:aws:scheduler:us-east-1:000000000000:schedule-group/default",
                "s3://hostile/key/",
                "emr-7.10.0",
                "ENABLED",
                "EXTERNAL_TABLE",
                "int",
                "1");
    }
}
