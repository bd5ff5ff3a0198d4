package io.laguna.emulator.edge.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.edge.TestEdge;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Tests of URLs that carry a Signature Version 4. */
class PresignedUrlsTest {
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
}
