package io.laguna.emulator.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.wire.WireRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** Tests of the answers to callers who cannot prove who they are. */
class SignaturesTest {
    private static final AwsCredentials UNKNOWN = AwsBasicCredentials.create("AKIANOBODYNOBODYNOBO", "whatever");
    private static final AwsCredentials WRONG =
            AwsBasicCredentials.create(TestEdge.KEY.accessKeyId(), "not the secret");

    @TempDir
    private static Path folder;

    private static TestEdge edge;

    @BeforeAll
    static void start() {
        edge = TestEdge.withKeys(folder);
        try (S3Client s3 = edge.s3()) {
            s3.createBucket(request -> request.bucket("raw"));
        }
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
    void aLargeBodyInSignedChunksIsTaken() {
        byte[] body = new byte[3_000_001];
        try (S3Client s3 = edge.s3()) {
            s3.putObject(request -> request.bucket("raw").key("large"), RequestBody.fromBytes(body));

            assertThat(s3.headObject(request -> request.bucket("raw").key("large"))
                            .contentLength())
                    .isEqualTo(body.length);
        }
    }

    @Test
    void aBodyWithItsHashSignedIsTaken() {
        try (S3Client s3 = S3Client.builder()
                .endpointOverride(edge.address())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .serviceConfiguration(options -> options.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .credentialsProvider(() -> TestEdge.KEY)
                .build()) {
            s3.putObject(request -> request.bucket("raw").key("hashed"), RequestBody.fromString("hashed"));

            assertThat(s3.getObjectAsBytes(request -> request.bucket("raw").key("hashed"))
                            .asUtf8String())
                    .isEqualTo("hashed");
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
        assertRefused(() -> edge.s3(WRONG).listBuckets(), 403, "SignatureDoesNotMatch");
        assertRefused(() -> edge.glue(WRONG).getDatabases(request -> {}), 400, "InvalidSignatureException");
        assertRefused(() -> edge.sts(WRONG).getCallerIdentity(), 403, "SignatureDoesNotMatch");
    }

    @Test
    void anUnknownKeyIsRefused() {
        assertRefused(() -> edge.s3(UNKNOWN).listBuckets(), 403, "InvalidAccessKeyId");
        assertRefused(() -> edge.glue(UNKNOWN).getDatabases(request -> {}), 400, "UnrecognizedClientException");
        assertRefused(() -> edge.sts(UNKNOWN).getCallerIdentity(), 403, "InvalidClientTokenId");
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
    void signatureVersion2InAHeaderIsRefused() {
        assertThat(edge.raw()
                        .exchange("GET /raw/plain HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                + "Authorization: AWS AKIATESTTESTTESTTEST:abc=\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("Please use AWS4-HMAC-SHA256.");
    }

    /** S3 alone asks for it; {@code curl --aws-sigv4} of version 7.88 sends none. */
    @Test
    void aSignatureWithoutTheHashOfTheBodyIsRefused() {
        String signed = signedPut("/raw/unhashed", "UNSIGNED-PAYLOAD");
        String withoutHash = signed.replace("X-Amz-Content-Sha256: UNSIGNED-PAYLOAD\r\n", "");

        assertThat(edge.raw().exchange(withoutHash))
                .startsWith("HTTP/1.1 400")
                .contains("<Code>InvalidRequest</Code>")
                .contains("Missing required header for this request: x-amz-content-sha256");
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

    @Test
    void aPresignedUrlIsGoodUntilItEnds(@TempDir Path other) throws Exception {
        URI url = presigned(edge, "presigned");
        assertThat(put(url, "first").statusCode()).isEqualTo(200);
        assertThat(put(URI.create(url.toString().replace("presigned?", "another?")), "x")
                        .body())
                .contains("SignatureDoesNotMatch");

        Clock later = Clock.offset(Clock.system(ZoneOffset.UTC), Duration.ofMinutes(10));
        try (TestEdge aged = TestEdge.withKeysAndClock(other, later)) {
            HttpResponse<String> refused = put(presigned(aged, "late"), "late");

            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("<Code>AccessDenied</Code>").contains("Request has expired");
        }
    }

    /** The aws CLI 1 makes such URLs. */
    @Test
    void aUrlPresignedWithSignatureVersion2IsTaken() {
        try (S3Client s3 = edge.s3()) {
            s3.putObject(request -> request.bucket("raw").key("v 2/+ü.csv"), RequestBody.fromString("version 2"));
        }
        long soon = Clock.systemUTC().instant().getEpochSecond() + 60;
        String path = "/raw/v%202/%2B%C3%BC.csv";

        assertThat(get(presignedV2(path, soon))).startsWith("HTTP/1.1 200").endsWith("version 2");
        assertThat(get(presignedV2(path, soon).replace("Expires=", "Expires=0")))
                .contains("<Code>SignatureDoesNotMatch</Code>");
        assertThat(get(presignedV2(path, soon - 120))).contains("Request has expired");
        assertThat(edge.raw()
                        .exchange("GET " + presignedV2(path, soon).substring("/raw".length())
                                + " HTTP/1.1\r\nHost: raw.localhost\r\nConnection: close\r\n\r\n"))
                .endsWith("version 2");
    }

    @Test
    void signatureVersion2IsAsBotocoreMakesIt() {
        assertThat(presignedV2("/raw/v%202/%2B%C3%BC.csv", 4_102_444_800L))
                .contains("&Signature=i7Mdp4l11AYsPh9MRiVtwI0Wpv0%3D&");
    }

    private static String presignedV2(String path, long expires) {
        String text = SignatureV2.stringToSign(
                new WireRequest("GET", path, "", Map.of(), new byte[0]),
                QueryString.parse(""),
                Long.toString(expires),
                path);
        return path + "?AWSAccessKeyId=" + TestEdge.KEY.accessKeyId() + "&Signature="
                + PercentEncoding.encode(SignatureV2.sign(TestEdge.KEY.secretAccessKey(), text)) + "&Expires="
                + expires;
    }

    @Test
    void aUrlPresignedForABucketInTheHostIsTaken() {
        try (S3Presigner presigner = edge.presigner(false)) {
            URI url = URI.create(presigner
                    .presignPutObject(presign -> presign.signatureDuration(Duration.ofMinutes(5))
                            .putObjectRequest(put -> put.bucket("raw").key("a b")))
                    .url()
                    .toString());
            assertThat(url.getHost()).isEqualTo("raw.localhost");

            String answer = edge.raw()
                    .exchange("PUT " + url.getRawPath() + "?" + url.getRawQuery() + " HTTP/1.1\r\nHost: "
                            + url.getAuthority() + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\nab");

            assertThat(answer).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aHeaderThatTheSignatureDoesNotCoverIsRefused() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(presigned(edge, "acl"))
                                .header("x-amz-meta-added", "on the way")
                                .PUT(HttpRequest.BodyPublishers.ofString("x"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("not signed");
    }

    @Test
    void temporaryCredentialsAreTaken() {
        try (StsClient sts = edge.sts()) {
            Credentials given = sts.assumeRole(request -> request.roleArn("arn:aws:iam::210987654321:role/etl")
                            .roleSessionName("nightly"))
                    .credentials();
            AwsCredentials session =
                    AwsSessionCredentials.create(given.accessKeyId(), given.secretAccessKey(), given.sessionToken());
            AwsCredentials forged = AwsSessionCredentials.create(
                    given.accessKeyId(), given.secretAccessKey(), "A" + given.sessionToken());
            AwsCredentials bare = AwsBasicCredentials.create(given.accessKeyId(), given.secretAccessKey());

            edge.s3(session).putObject(request -> request.bucket("raw").key("role"), RequestBody.fromString("x"));
            assertThat(edge.sts(session).getCallerIdentity().arn())
                    .isEqualTo("arn:aws:sts::210987654321:assumed-role/etl/nightly");
            assertThat(edge.glue(session)
                            .getDatabases(request -> {})
                            .databaseList()
                            .get(0)
                            .locationUri())
                    .contains(":210987654321:");
            assertRefused(() -> edge.s3(forged).listBuckets(), 400, "InvalidToken");
            assertRefused(() -> edge.glue(forged).getDatabases(request -> {}), 400, "UnrecognizedClientException");
            assertRefused(() -> edge.s3(bare).listBuckets(), 403, "InvalidAccessKeyId");
        }
    }

    @Test
    void temporaryCredentialsEnd(@TempDir Path other) {
        Credentials given;
        try (TestEdge first =
                        TestEdge.withKeysAndClock(other, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-14)));
                StsClient sts = first.sts()) {
            given = sts.getSessionToken(request -> request.durationSeconds(900)).credentials();
        }
        AwsCredentials session =
                AwsSessionCredentials.create(given.accessKeyId(), given.secretAccessKey(), given.sessionToken());
        try (TestEdge restarted = TestEdge.withKeysAndClock(other, Clock.systemUTC())) {
            assertThat(restarted.sts(session).getCallerIdentity().arn()).endsWith(":user/tester");
        }
        try (TestEdge later =
                TestEdge.withKeysAndClock(other, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(2)))) {
            assertRefused(() -> later.s3(session).listBuckets(), 400, "ExpiredToken");
            assertRefused(() -> later.glue(session).getDatabases(request -> {}), 400, "ExpiredTokenException");
            assertRefused(() -> later.sts(session).getCallerIdentity(), 403, "ExpiredToken");
        }
    }

    @Test
    void aBodyThatIsNotTheSignedOneIsRefusedAndNotStored() {
        String request = signedPut("/raw/swapped", SignatureV4.hash("the signed".getBytes(StandardCharsets.UTF_8)));

        assertThat(edge.raw().exchange(request + "the signed")).startsWith("HTTP/1.1 200");
        assertThat(edge.raw().exchange(request.replace("swapped", "again") + "another 10"))
                .contains("<Code>SignatureDoesNotMatch</Code>");
        assertThat(edge.raw().exchange(signedPut("/raw/fresh", SignatureV4.hash(new byte[0])) + "another 10"))
                .startsWith("HTTP/1.1 400")
                .contains("<Code>XAmzContentSHA256Mismatch</Code>");
        assertThat(edge.buckets().resolve("raw/fresh")).doesNotExist();
    }

    @Test
    void aChunkThatIsNotTheSignedOneIsRefusedAndNotStored() {
        String head = signedPut("/raw/chunks", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD");
        String chunks =
                "5;chunk-signature=" + "0".repeat(64) + "\r\nhello\r\n0;chunk-signature=" + "0".repeat(64) + "\r\n\r\n";

        String answer =
                edge.raw().exchange(head.replace("Content-Length: 10", "Content-Length: " + chunks.length()) + chunks);

        assertThat(answer).startsWith("HTTP/1.1 403").contains("<Code>SignatureDoesNotMatch</Code>");
        assertThat(edge.buckets().resolve("raw/chunks")).doesNotExist();
    }

    /** Returns a PUT of ten bytes whose signature is right for this hash of them. */
    private static String signedPut(String path, String hash) {
        String time = Clocks.format(Clock.systemUTC().instant());
        Scope scope = new Scope(TestEdge.KEY.accessKeyId(), time.substring(0, 8), "us-east-1", "s3");
        Set<String> names = new TreeSet<>(List.of("host", "x-amz-content-sha256", "x-amz-date"));
        Map<String, List<String>> headers = Map.of(
                "host", List.of("localhost"), "x-amz-content-sha256", List.of(hash), "x-amz-date", List.of(time));
        Claim.Signed claim = new Claim.Signed(scope, names, "", time, Optional.empty(), Optional.empty());
        String canonical = SignatureV4.canonicalRequest(
                new WireRequest("PUT", path, "", headers, new byte[0]), QueryString.parse(""), claim, hash);
        String signature = SignatureV4.sign(
                SignatureV4.signingKey(TestEdge.KEY.secretAccessKey(), scope),
                SignatureV4.stringToSign(claim, time, canonical));
        return "PUT " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Amz-Date: " + time
                + "\r\nX-Amz-Content-Sha256: " + hash + "\r\nAuthorization: AWS4-HMAC-SHA256 Credential="
                + scope.accessKey() + "/" + scope.text() + ", SignedHeaders=" + String.join(";", names)
                + ", Signature=" + signature + "\r\nContent-Length: 10\r\n\r\n";
    }

    private static void assertRefused(Runnable call, int status, String code) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(AwsServiceException.class, failure -> {
            assertThat(failure.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(failure.statusCode()).isEqualTo(status);
        });
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

    private static URI presigned(TestEdge at, String key) throws Exception {
        try (S3Presigner presigner = at.presigner(true)) {
            return presigner
                    .presignPutObject(presign -> presign.signatureDuration(Duration.ofMinutes(5))
                            .putObjectRequest(put -> put.bucket("raw").key(key)))
                    .url()
                    .toURI();
        }
    }

    private static HttpResponse<String> put(URI url, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(url)
                                .PUT(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static String get(String path) {
        return edge.raw().exchange("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    private static String post(String headers, String body) {
        return edge.raw()
                .exchange("POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "Content-Length: "
                        + body.length() + "\r\n\r\n" + body);
    }
}
