package io.laguna.emulator.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.edge.request.Limits;
import io.laguna.emulator.kit.Caller;
import io.laguna.wire.Rooms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.ValidationException;
import software.amazon.awssdk.services.s3.S3Client;

/** Tests of services other than S3, found and called over HTTP. */
class ServicesTest {
    @TempDir
    private static Path folder;

    private static TestEdge edge;

    @BeforeAll
    static void start() {
        edge = TestEdge.open(folder);
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    @Test
    void accountAndRegionComeFromTheSignature() {
        try (GlueClient glue = edge.glue(AwsBasicCredentials.create("210987654321", "any"))) {
            assertThat(glue.getDatabases(request -> {}).databaseList().get(0).locationUri())
                    .isEqualTo("arn:aws:glue:eu-west-1:210987654321:database/covid");
        }
        try (GlueClient glue = edge.glue(AwsBasicCredentials.create("test", "test"))) {
            assertThat(glue.getDatabases(request -> {}).databaseList().get(0).locationUri())
                    .isEqualTo("arn:aws:glue:eu-west-1:000000000000:database/covid");
        }
    }

    @Test
    void modelledExceptionsReachTheClient() {
        try (GlueClient glue = edge.glue()) {
            assertThatThrownBy(() -> glue.createDatabase(request ->
                            request.databaseInput(input -> input.name("x").description("four"))))
                    .isInstanceOf(EntityNotFoundException.class)
                    .hasMessageContaining("There is no room for 4");
        }
    }

    @Test
    void aTextWithANulIsRefusedByTheServicesOwnError() {
        try (GlueClient glue = edge.glue()) {
            assertThatThrownBy(() -> glue.createDatabase(request ->
                            request.databaseInput(input -> input.name("x").description("fo\0ur"))))
                    .isInstanceOf(ValidationException.class)
                    .hasMessageContaining("1 validation error detected: Value at 'databaseInput.description'");
        }
        assertThatThrownBy(() -> edge.sts().assumeRole(request -> request.roleArn("arn:aws:iam::000000000000:role/r\0")
                        .roleSessionName("s")))
                .isInstanceOfSatisfying(AwsServiceException.class, failure -> assertThat(
                                failure.awsErrorDetails().errorCode())
                        .isEqualTo("ValidationError"))
                .hasMessageContaining("'roleArn'");
    }

    @Test
    void anOperationThatIsNotBuiltSaysSo() {
        try (GlueClient glue = edge.glue()) {
            assertThatThrownBy(() -> glue.createMLTransform(request -> {}))
                    .isInstanceOfSatisfying(AwsServiceException.class, failure -> {
                        assertThat(failure.statusCode()).isEqualTo(501);
                        assertThat(failure.awsErrorDetails().errorCode()).isEqualTo("NotImplementedException");
                    })
                    .hasMessageContaining("not implemented by Laguna: glue:CreateMLTransform");
        }
        assertThatThrownBy(() -> edge.sts().getFederationToken(request -> request.name("somebody")))
                .isInstanceOfSatisfying(AwsServiceException.class, failure -> assertThat(failure.statusCode())
                        .isEqualTo(501))
                .hasMessageContaining("not implemented by Laguna: sts:GetFederationToken");
    }

    @Test
    void anOperationThatNobodyHasIsAnsweredAsAwsDoes() {
        assertThat(post("Content-Type: application/x-amz-json-1.1\r\nX-Amz-Target: AWSGlue.MakeCoffee\r\n", "{}"))
                .startsWith("HTTP/1.1 400")
                .contains("UnknownOperationException");
        assertThat(post("Content-Type: application/x-www-form-urlencoded\r\n", "Action=MakeCoffee&Version=2011-06-15"))
                .startsWith("HTTP/1.1 400")
                .contains("<Code>InvalidAction</Code>")
                .contains("Could not find operation MakeCoffee for version 2011-06-15");
    }

    @Test
    void aServiceThatLagunaHasNotSaysSo() {
        assertThat(post(
                        "Content-Type: application/x-amz-json-1.1\r\nX-Amz-Target: DynamoDB_20120810.ListTables\r\n",
                        "{}"))
                .startsWith("HTTP/1.1 501")
                .contains("not implemented by Laguna: DynamoDB_20120810");
        assertThat(post(
                        "Authorization: AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/sqs/aws4_request,"
                                + " SignedHeaders=host, Signature=0\r\n",
                        ""))
                .startsWith("HTTP/1.1 501")
                .contains("not implemented by Laguna: sqs");
    }

    @Test
    void aServiceIsFoundByItsHost() {
        assertThat(edge.raw()
                        .exchange(
                                "GET /?Action=GetCallerIdentity&Version=2011-06-15 HTTP/1.1\r\nHost: sts.localhost:4566"
                                        + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200")
                .contains("<GetCallerIdentityResult>");
        assertThat(
                        edge.raw()
                                .exchange(
                                        "POST / HTTP/1.1\r\nHost: glue.eu-west-1.amazonaws.com\r\nConnection: close\r\n"
                                                + "Content-Type: application/x-amz-json-1.1\r\nX-Amz-Target: AWSGlue.GetDatabases\r\nContent-Length: 2\r\n\r\n{}"))
                .startsWith("HTTP/1.1 200")
                .contains("covid");
    }

    @Test
    void aFailureOfOursIsA500AndInTheLog() {
        assertThat(post(
                        "Content-Type: application/x-amz-json-1.1\r\nX-Amz-Target: AWSGlue.GetDatabases\r\n",
                        "{\"NextToken\":\"" + OneDatabase.BROKEN + "\"}"))
                .startsWith("HTTP/1.1 500")
                .contains("InternalServiceException")
                .doesNotContain("broken on purpose");
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(log())
                .contains("broken on purpose"));
    }

    @Test
    void everyCallIsALineOfTheLogWithoutItsSecrets() throws IOException {
        try (S3Client s3 = edge.s3(AwsBasicCredentials.create("210987654321", "a very secret secret"))) {
            s3.createBucket(request -> request.bucket("logged"));
            s3.headBucket(request -> request.bucket("logged"));
        }
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(log().lines())
                .anySatisfy(line -> assertThat(line)
                        .contains("\"service\":\"s3\"")
                        .contains("\"operation\":\"HeadBucket\"")
                        .contains("\"status\":200")
                        .contains("\"account\":\"210987654321\"")
                        .contains("\"region\":\"eu-west-1\"")
                        .containsPattern("\"ms\":\\d+")
                        .containsPattern("\"requestId\":\"[\\w-]+\"")));
        assertThat(log()).doesNotContain("secret secret").doesNotContain("Signature=");
    }

    @Test
    void theEdgeAnswersBeforeAnEngineIsReadyAndItsCallsWait(@TempDir Path other) throws Exception {
        CompletableFuture<Function<Caller, Rooms<GlueClient>>> starting = new CompletableFuture<>();
        // Shorter than the wait: a connection on which an answer is due is not idle.
        Limits impatient = new Limits(1 << 20, 8 << 10, Duration.ofMillis(400), Duration.ofSeconds(5));
        try (TestEdge young = TestEdge.start(
                        other, options -> options.withLimits(impatient), List.of(TestEdge.glue(starting)));
                GlueClient glue = young.glue()) {
            assertThat(health(young)).contains("\"status\":\"starting\"").contains("\"s3\":{\"status\":\"ready\"}");
            assertThat(young.s3().listBuckets().buckets()).isEmpty();

            CompletableFuture<Integer> early = CompletableFuture.supplyAsync(
                    () -> glue.getDatabases(request -> {}).databaseList().size());
            TimeUnit.MILLISECONDS.sleep(1_500);
            assertThat(early).isNotDone();
            starting.complete(caller -> Rooms.of(GlueClient.class, List.of(new OneDatabase(caller))));

            assertThat(early.get(30, TimeUnit.SECONDS)).isEqualTo(1);
            assertThat(health(young)).contains("{\"status\":\"ready\",\"engines\":{},");
        }
    }

    @Test
    void callsOfAServiceWhoseEngineFailedSayWhy(@TempDir Path other) {
        CompletableFuture<Function<Caller, Rooms<GlueClient>>> failed = new CompletableFuture<>();
        failed.completeExceptionally(new IllegalStateException("metastore was not ready after 30 s."));
        try (TestEdge broken = TestEdge.start(other, options -> options, List.of(TestEdge.glue(failed)))) {
            assertThat(broken.raw()
                            .exchange(request(
                                    "Content-Type: application/x-amz-json-1.1\r\nX-Amz-Target: AWSGlue.GetDatabases\r\n",
                                    "{}")))
                    .startsWith("HTTP/1.1 503")
                    .contains("Laguna cannot answer glue:GetDatabases: metastore was not ready after 30 s.");
            assertThat(health(broken)).contains("\"glue\":{\"status\":\"failed\",\"reason\":\"metastore was not ready");
        }
    }

    @Test
    void aCallDoesNotWaitForEver(@TempDir Path other) {
        try (TestEdge young = TestEdge.start(
                other,
                options -> options.withEngineDeadline(Duration.ofMillis(200)),
                List.of(TestEdge.glue(new CompletableFuture<>())))) {
            assertThat(young.raw()
                            .exchange(request(
                                    "Content-Type: application/x-amz-json-1.1\r\nX-Amz-Target: AWSGlue.GetDatabases\r\n",
                                    "{}")))
                    .startsWith("HTTP/1.1 503")
                    .contains("its engine is not ready");
        }
    }

    private static String health(TestEdge at) {
        return at.raw().exchange("GET /_laguna/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    private static String post(String headers, String body) {
        return edge.raw().exchange(request(headers, body));
    }

    private static String request(String headers, String body) {
        return "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "Content-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    private static String log() throws IOException {
        return Files.readString(edge.callLog());
    }
}
