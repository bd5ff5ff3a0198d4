package io.laguna.emulator.edge.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.edge.TestEdge;
import io.laguna.emulator.edge.request.Clocks;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/** Tests of calls with a Signature Version 4 in their headers. */
class SignedCallsTest {
    private static final AwsCredentials UNKNOWN = AwsBasicCredentials.create("AKIANOBODYNOBODYNOBO", "whatever");
    private static final AwsCredentials WRONG =
            AwsBasicCredentials.create(TestEdge.KEY.accessKeyId(), "not the secret");

    @TempDir
    private static Path folder;

    private static TestEdge edge;

    @BeforeAll
    static void start() {
        edge = TestEdge.withKeys(folder).withBucket("raw");
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    /** Over HTTP the SDK signs every chunk of a body, and sends its checksum behind it. */
    @ParameterizedTest
    @ValueSource(strings = {"plain", "a b+c", "ünï/çødé", "x=1/y&z", "percent%2F", "(a)*'!~", "a//b"})
    void aRightSignatureIsTaken(String key) {
        try (S3Client s3 = edge.s3()) {
            s3.putObject(request -> request.bucket("raw").key(key), RequestBody.fromString("signed"));

            assertThat(s3.getObjectAsBytes(request -> request.bucket("raw").key(key))
                            .asUtf8String())
                    .isEqualTo("signed");
            assertThat(s3.listObjectsV2(request -> request.bucket("raw").prefix(key))
                            .keyCount())
                    .isEqualTo(1);
        }
    }

    /** HTTP servers tend to normalise header values, and a signature covers a value as it was sent. */
    @ParameterizedTest
    @ValueSource(strings = {"text/plain; charset=UTF-8", "text/plain;charset=UTF-8", "TEXT/html; CharSet=utf-8", "a/b"})
    void aSignatureCoversTheContentTypeAsSent(String type) {
        try (S3Client s3 = edge.s3()) {
            s3.putObject(
                    request -> request.bucket("raw").key("typed").contentType(type),
                    RequestBody.fromBytes(new byte[1]));

            assertThat(s3.headObject(request -> request.bucket("raw").key("typed"))
                            .contentType())
                    .isEqualTo(type);
        }
    }

    @Test
    void servicesOtherThanS3TakeARightSignature() {
        try (GlueClient glue = edge.glue();
                StsClient sts = edge.sts()) {
            assertThat(glue.getDatabases(request -> {}).databaseList().get(0).locationUri())
                    .isEqualTo("arn:aws:glue:eu-west-1:" + TestEdge.ACCOUNT + ":database/covid");
            assertThat(sts.getCallerIdentity().arn()).isEqualTo("arn:aws:iam::" + TestEdge.ACCOUNT + ":user/tester");
        }
    }

    @Test
    void aWrongSecretIsRefused() {
        Refused.check(() -> edge.s3(WRONG).listBuckets(), 403, "SignatureDoesNotMatch");
        Refused.check(() -> edge.glue(WRONG).getDatabases(request -> {}), 400, "InvalidSignatureException");
        Refused.check(() -> edge.sts(WRONG).getCallerIdentity(), 403, "SignatureDoesNotMatch");
    }

    @Test
    void anUnknownKeyIsRefused() {
        Refused.check(() -> edge.s3(UNKNOWN).listBuckets(), 403, "InvalidAccessKeyId");
        Refused.check(() -> edge.glue(UNKNOWN).getDatabases(request -> {}), 400, "UnrecognizedClientException");
        Refused.check(() -> edge.sts(UNKNOWN).getCallerIdentity(), 403, "InvalidClientTokenId");
    }

    @Test
    void aMissingSignatureIsRefused() {
        assertThat(edge.raw().exchange("GET /raw/plain HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403")
                .contains("<Code>AccessDenied</Code>");
        assertThat(post("Content-Type: application/x-amz-json-1.1\r\nX-Amz-Target: AWSGlue.GetDatabases\r\n", "{}"))
                .startsWith("HTTP/1.1 400")
                .contains("MissingAuthenticationTokenException");
        assertThat(post(
                        "Content-Type: application/x-www-form-urlencoded\r\n",
                        "Action=GetCallerIdentity&Version=2011-06-15"))
                .startsWith("HTTP/1.1 403")
                .contains("<Code>MissingAuthenticationToken</Code>");
    }

    @Test
    void halfASignatureIsRefused() {
        String authorization = "Authorization: AWS4-HMAC-SHA256 Credential=AKIATESTTESTTESTTEST/20260101/us-east-1/";
        assertThat(post(authorization + "glue/aws4_request\r\nContent-Type: application/x-amz-json-1.1\r\n", "{}"))
                .startsWith("HTTP/1.1 400")
                .contains("IncompleteSignatureException")
                .contains("Authorization header requires 'Signature' parameter");
        assertThat(post(
                        authorization + "sts/aws4_request\r\nContent-Type: application/x-www-form-urlencoded\r\n",
                        "Action=GetCallerIdentity"))
                .startsWith("HTTP/1.1 400")
                .contains("<Code>IncompleteSignature</Code>");
        assertThat(post(authorization + "s3/aws4_request\r\n", "{}"))
                .startsWith("HTTP/1.1 400")
                .contains("<Code>AuthorizationHeaderMalformed</Code>");
    }

    @Test
    void aSkewedClockIsRefused(@TempDir Path other) {
        Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(16));
        try (TestEdge skewed = TestEdge.withKeysAndClock(other, ahead)) {
            // The SDK sets its clock by the server's and tries again: with one try it cannot.
            assertThatThrownBy(() -> single(skewed).listBuckets())
                    .isInstanceOfSatisfying(AwsServiceException.class, failure -> assertThat(
                                    failure.awsErrorDetails().errorCode())
                            .isEqualTo("RequestTimeTooSkewed"));
            assertThat(skewed.raw().exchange(stale("glue")))
                    .contains("InvalidSignatureException")
                    .contains("Signature expired");
            assertThat(skewed.raw().exchange(stale("sts"))).contains("<Code>SignatureDoesNotMatch</Code>");
        }
    }

    private static S3Client single(TestEdge skewed) {
        return S3Client.builder()
                .endpointOverride(skewed.address())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(() -> TestEdge.KEY)
                .overrideConfiguration(options -> options.retryStrategy(retry -> retry.maxAttempts(1)))
                .build();
    }

    private static String stale(String service) {
        String time = Clocks.format(Clock.systemUTC().instant());
        return "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Amz-Date: " + time
                + "\r\nAuthorization: AWS4-HMAC-SHA256 Credential=AKIATESTTESTTESTTEST/" + time.substring(0, 8)
                + "/us-east-1/" + service + "/aws4_request, SignedHeaders=host;x-amz-date, Signature=00\r\n"
                + "Content-Length: 0\r\n\r\n";
    }

    private static String post(String headers, String body) {
        return edge.raw()
                .exchange("POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "Content-Length: "
                        + body.length() + "\r\n\r\n" + body);
    }
}
