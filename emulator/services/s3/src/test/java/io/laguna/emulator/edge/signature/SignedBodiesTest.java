package io.laguna.emulator.edge.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.edge.TestEdge;
import io.laguna.emulator.edge.request.Claim;
import io.laguna.emulator.edge.request.Clocks;
import io.laguna.emulator.edge.request.QueryString;
import io.laguna.emulator.edge.request.Scope;
import io.laguna.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Tests of bodies that a Signature Version 4 covers, whole or chunk by chunk. */
class SignedBodiesTest {
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
}
