package io.laguna.emulator.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.edge.request.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Tests of requests that no good client sends. */
class LimitsTest {
    private static final int LARGEST_BODY = 12 << 20;
    private static final String GLUE =
            "Content-Type: application/x-amz-json-1.1\r\nX-Amz-Target: AWSGlue.CreateDatabase\r\n";

    @TempDir
    private static Path folder;

    private static TestEdge edge;
    private static S3Client s3;

    @BeforeAll
    static void start() throws IOException {
        Limits limits = new Limits(LARGEST_BODY, 8 << 10, Duration.ofSeconds(1), Duration.ofSeconds(3));
        edge = TestEdge.start(folder, options -> options.withLimits(limits), List.of(TestEdge.databases()));
        s3 = edge.s3();
        s3.createBucket(request -> request.bucket("raw"));
        Files.writeString(folder.resolve("outside"), "a secret beside the buckets");
    }

    @AfterAll
    static void stop() {
        s3.close();
        edge.close();
    }

    @Test
    void tenMegabytesOfJsonAreTaken() {
        try (GlueClient glue = edge.glue()) {
            assertThatThrownBy(() -> glue.createDatabase(request ->
                            request.databaseInput(input -> input.name("x").description("é".repeat(5 << 20)))))
                    .isInstanceOf(EntityNotFoundException.class)
                    .hasMessageContaining("There is no room for " + (5 << 20));
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedUnread() {
        assertThat(edge.raw().exchangeAndWait(head(GLUE + "Content-Length: " + (LARGEST_BODY + 1) + "\r\n")))
                .startsWith("HTTP/1.1 413")
                .contains("RequestEntityTooLarge");
    }

    @Test
    void aBodyThatTurnsOutTooLargeIsRefused() {
        String chunk = "100000\r\n" + " ".repeat(1 << 20) + "\r\n";

        assertThat(edge.raw().exchange(head(GLUE + "Transfer-Encoding: chunked\r\n") + chunk.repeat(13) + "0\r\n\r\n"))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void headersThatAreTooLargeAreRefused() {
        assertThat(edge.raw().exchange(head("X-Filler: " + "x".repeat(9 << 10) + "\r\n")))
                .startsWith("HTTP/1.1 431");
    }

    @Test
    void aTruncatedBodyIsRefusedAndNothingIsDone() {
        assertThat(edge.raw()
                        .exchange(head(GLUE + "Content-Length: 1000\r\n") + "{\"DatabaseInput\":{\"Name\":\"half\"}}"))
                .startsWith("HTTP/1.1 400");
        assertThat(edge.raw().exchange(put("/raw/half", 1000) + "half"))
                .startsWith("HTTP/1.1 400")
                .contains("<Code>IncompleteBody</Code>");
        assertThat(edge.buckets().resolve("raw/half")).doesNotExist();
    }

    @Test
    void aSlowBodyTimesOutAndNothingIsDone() {
        assertThat(edge.raw().exchangeAndWait(head(GLUE + "Content-Length: 1000\r\n") + "{\"Data"))
                .startsWith("HTTP/1.1 408")
                .contains("RequestTimeout");
        assertThat(edge.raw().exchangeAndWait(put("/raw/slow", 1000) + "slow"))
                .startsWith("HTTP/1.1 400")
                .contains("<Code>RequestTimeout</Code>");
        assertThat(edge.buckets().resolve("raw/slow")).doesNotExist();
    }

    @Test
    void aConnectionThatSaysNothingIsClosed() {
        assertThat(edge.raw().exchangeAndWait("POST / HTTP/1.1\r\nHost: loc")).doesNotContain("200 OK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Name\":", "[1,2]", "\"text\"", "{\"DatabaseInput\":7}", "not json"})
    void malformedJsonIsRefused(String body) {
        assertThat(edge.raw().exchange(head(GLUE + "Content-Length: " + body.length() + "\r\n") + body))
                .startsWith("HTTP/1.1 400")
                .contains("SerializationException");
    }

    @Test
    void malformedXmlIsRefused() throws NoSuchAlgorithmException {
        String body = "<Delete><Object><Key>a</Object>";
        String digest = "Content-MD5: " + md5(body) + "\r\n";

        assertThat(edge.raw()
                        .exchange("POST /raw?delete HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + digest
                                + "Content-Length: " + body.length() + "\r\n\r\n" + body))
                .startsWith("HTTP/1.1 400")
                .contains("<Code>MalformedXML</Code>");
    }

    @ParameterizedTest
    @CsvSource({
        "X-Other: 1, 400, Missing required header for this request: Content-MD5 OR x-amz-checksum-*",
        "Content-MD5: %s, 200, <Deleted>",
        "Content-MD5: 1B2M2Y8AsgTpgAmY7PhCfg==, 400, BadDigest"
    })
    void aBatchOfDeletesComesWithItsChecksum(String header, int status, String said) throws NoSuchAlgorithmException {
        String body = "<Delete><Object><Key>no-such</Key></Object></Delete>";

        assertThat(edge.raw()
                        .exchange("POST /raw?delete HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                + header.formatted(md5(body)) + "\r\nContent-Length: " + body.length() + "\r\n\r\n"
                                + body))
                .startsWith("HTTP/1.1 " + status)
                .contains(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/raw/../../outside",
                "/raw/%2e%2e/%2e%2e/outside",
                "/raw/..%2f..%2foutside",
                "/raw/%2e%2e%2f%2e%2e%2foutside",
                "/raw/a/../../../outside",
                "/../outside",
                "/%2e%2e/outside",
                "/..%2foutside",
                "/%2e%2e%2foutside",
                "/raw/%2Fetc/passwd",
                "//etc/passwd",
                "/raw/%00",
                "/raw/a/./b",
                "/raw/%c0%ae%c0%ae/outside"
            })
    void noPathLeavesItsBucket(String path) {
        String read = edge.raw().exchange("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        String written = edge.raw().exchange(put(path, 7) + "written");

        assertThat(read).containsPattern("^HTTP/1.1 (40[045]|200)").doesNotContain("secret beside");
        assertThat(written).containsPattern("^HTTP/1.1 (40[045]|200)");
        assertThat(folder.resolve("outside")).hasContent("a secret beside the buckets");
    }

    @Test
    void aCopyDoesNotReadOutsideOfABucket() {
        assertThat(edge.raw()
                        .exchange("PUT /raw/copied HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                + "x-amz-copy-source: /raw/%2e%2e/%2e%2e/outside\r\nContent-Length: 0\r\n\r\n"))
                .containsPattern("^HTTP/1.1 40[04]");
        assertThat(edge.buckets().resolve("raw/copied")).doesNotExist();
    }

    @Test
    void aLinkThatLeavesItsBucketLeadsNowhere() throws IOException {
        Path bucket = edge.buckets().resolve("linked");
        s3.createBucket(request -> request.bucket("linked"));
        Files.createSymbolicLink(bucket.resolve("file-link"), folder.resolve("outside"));
        Files.createSymbolicLink(bucket.resolve("folder-link"), folder);
        Files.createSymbolicLink(bucket.resolve("dangling"), folder.resolve("not-there"));
        Files.createDirectories(bucket.resolve("inside"));
        Files.writeString(bucket.resolve("inside/file"), "of the bucket");
        Files.createSymbolicLink(bucket.resolve("own-link"), bucket.resolve("inside"));

        for (String key : List.of("file-link", "folder-link/outside")) {
            assertRefused(() ->
                    s3.getObjectAsBytes(request -> request.bucket("linked").key(key)));
            assertRefused(
                    () -> s3.headObject(request -> request.bucket("linked").key(key)));
            assertRefused(() ->
                    s3.putObject(request -> request.bucket("linked").key(key), RequestBody.fromString("overwritten")));
            assertRefused(
                    () -> s3.deleteObject(request -> request.bucket("linked").key(key)));
            assertRefused(() -> s3.copyObject(request -> request.sourceBucket("linked")
                    .sourceKey(key)
                    .destinationBucket("linked")
                    .destinationKey("copy")));
        }
        assertThat(folder.resolve("outside")).hasContent("a secret beside the buckets");
        assertThat(folder.resolve("not-there")).doesNotExist();
        assertThatThrownBy(() -> s3.listObjectsV2(request -> request.bucket("linked")))
                .isInstanceOf(S3Exception.class)
                .hasMessageContaining("The symbolic link linked/")
                .hasMessageContaining("leads");
        for (String link : List.of("file-link", "folder-link")) {
            Files.delete(bucket.resolve(link));
        }
        // A link to nowhere is no object, and is what a new object takes the place of.
        s3.putObject(request -> request.bucket("linked").key("dangling"), RequestBody.fromString("here"));
        assertThat(folder.resolve("not-there")).doesNotExist();
        s3.deleteObject(request -> request.bucket("linked").key("dangling"));
        assertThat(s3.listObjectsV2(request -> request.bucket("linked")).contents())
                .extracting(S3Object::key)
                .containsExactly("inside/file", "own-link/file");
        assertThat(s3.getObjectAsBytes(request -> request.bucket("linked").key("own-link/file"))
                        .asUtf8String())
                .isEqualTo("of the bucket");
    }

    @Test
    void aLinkToAFolderThatItIsInDoesNotMakeAListingEndless() throws IOException {
        s3.createBucket(request -> request.bucket("endless"));
        Path bucket = edge.buckets().resolve("endless");
        Files.createDirectories(bucket.resolve("a/b"));
        Files.createSymbolicLink(bucket.resolve("a/b/up"), bucket.resolve("a"));

        assertThatThrownBy(() -> s3.listObjectsV2(request -> request.bucket("endless")))
                .hasMessageContaining("endless/a/b/up leads back to a folder that it is in");
        assertThat(s3.listObjectsV2(request -> request.bucket("endless").prefix("b/"))
                        .contents())
                .isEmpty();
    }

    private static String md5(String text) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(digest);
    }

    private static void assertRefused(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(S3Exception.class, refusal -> assertThat(refusal.statusCode())
                        .isEqualTo(400));
    }

    private static String head(String headers) {
        return "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers
                + (headers.contains("Content-Length") || headers.contains("chunked") ? "" : "Content-Length: 0\r\n")
                + "\r\n";
    }

    private static String put(String path, int length) {
        return "PUT " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + length
                + "\r\n\r\n";
    }
}
