package io.laguna.emulator.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class S3ClientsTest {
    private static final String BUCKET = "raw";

    @TempDir
    private static Path folder;

    private static TestEdge edge;
    private static S3Client s3;

    @BeforeAll
    static void start() {
        edge = TestEdge.open(folder);
        s3 = edge.s3();
        s3.createBucket(request -> request.bucket(BUCKET));
    }

    @AfterAll
    static void stop() {
        s3.close();
        edge.close();
    }

    @Test
    void anObjectIsAFileInTheBucketsFolder() throws IOException {
        s3.putObject(request -> request.bucket(BUCKET).key("a/b.csv"), RequestBody.fromString("x;y"));

        assertThat(Files.readString(edge.buckets().resolve("raw/a/b.csv"))).isEqualTo("x;y");
        assertThat(get("a/b.csv")).isEqualTo("x;y");
    }

    @Test
    void onlyFoldersAreBuckets() throws IOException {
        Files.writeString(edge.buckets().resolve("README.md"), "not a bucket");
        Files.createDirectories(edge.buckets().resolve(".hidden"));

        assertThat(s3.listBuckets().buckets()).extracting(Bucket::name).containsExactly(BUCKET);
    }

    @ParameterizedTest
    @EnumSource(
            value = ChecksumAlgorithm.class,
            names = {"CRC32", "CRC32_C", "SHA1", "SHA256"})
    void everyTrailingChecksumIsTaken(ChecksumAlgorithm algorithm) {
        String key = "checksum-" + algorithm;

        s3.putObject(
                request -> request.bucket(BUCKET).key(key).checksumAlgorithm(algorithm),
                RequestBody.fromString("content"));

        assertThat(get(key)).isEqualTo("content");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "blank and+plus",
                "date=2020-07-13/x",
                "ünï/çødé",
                "percent%2Fslash",
                "a&b?c#d",
                "quote'\"<>",
                "tilde~star*paren()",
                "colon:;,@=$!"
            })
    void aKeyMayHoldAnyCharacter(String key) {
        s3.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromString(key));

        assertThat(get(key)).isEqualTo(key);
        assertThat(s3.listObjectsV2(request -> request.bucket(BUCKET).prefix(key))
                        .contents())
                .extracting(object -> object.key())
                .containsExactly(key);
    }

    @Test
    void partsBecomeOneObject() {
        byte[] first = new byte[5 << 20];
        new Random(1).nextBytes(first);
        String upload = s3.createMultipartUpload(
                        request -> request.bucket(BUCKET).key("big"))
                .uploadId();
        String one = s3.uploadPart(
                        request -> request.bucket(BUCKET)
                                .key("big")
                                .uploadId(upload)
                                .partNumber(1),
                        RequestBody.fromBytes(first))
                .eTag();
        String two = s3.uploadPart(
                        request -> request.bucket(BUCKET)
                                .key("big")
                                .uploadId(upload)
                                .partNumber(2),
                        RequestBody.fromString("the end"))
                .eTag();
        List<CompletedPart> parts = List.of(
                CompletedPart.builder().partNumber(1).eTag(one).build(),
                CompletedPart.builder().partNumber(2).eTag(two).build());

        s3.completeMultipartUpload(request ->
                request.bucket(BUCKET).key("big").uploadId(upload).multipartUpload(done -> done.parts(parts)));

        byte[] stored = s3.getObjectAsBytes(request -> request.bucket(BUCKET).key("big"))
                .asByteArray();
        assertThat(stored).hasSize(first.length + 7).startsWith(first);
    }

    @Test
    void aPartOfAnUploadThatNobodyBeganIsRefused() throws IOException {
        for (String upload : List.of("x", "../../x", "4af91adf-36c9-4069-b639-a615ae48d526")) {
            assertThatThrownBy(() -> s3.uploadPart(
                            request -> request.bucket(BUCKET)
                                    .key("part")
                                    .uploadId(upload)
                                    .partNumber(1),
                            RequestBody.fromString("part")))
                    .isInstanceOf(NoSuchUploadException.class);
            assertThatThrownBy(() -> s3.listParts(
                            request -> request.bucket(BUCKET).key("part").uploadId(upload)))
                    .isInstanceOf(NoSuchUploadException.class);
        }
        try (Stream<Path> files = Files.list(edge.buckets().resolve(BUCKET))) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith(".mpus"));
        }
    }

    @Test
    void deletedObjectsAreGone() {
        s3.putObject(request -> request.bucket(BUCKET).key("gone/1"), RequestBody.fromString("1"));
        s3.putObject(request -> request.bucket(BUCKET).key("gone/2"), RequestBody.fromString("2"));

        s3.deleteObjects(request -> request.bucket(BUCKET)
                .delete(Delete.builder()
                        .objects(
                                ObjectIdentifier.builder().key("gone/1").build(),
                                ObjectIdentifier.builder().key("gone/2").build())
                        .build()));

        assertThatThrownBy(() -> get("gone/1")).isInstanceOf(NoSuchKeyException.class);
        assertThat(s3.listObjectsV2(request -> request.bucket(BUCKET).prefix("gone/"))
                        .contents())
                .isEmpty();
    }

    @Test
    void presignedUrlsUploadAndDownload() throws Exception {
        try (S3Presigner presigner = edge.presigner(true)) {
            URI upload = presigner
                    .presignPutObject(presign -> presign.signatureDuration(Duration.ofMinutes(5))
                            .putObjectRequest(put -> put.bucket(BUCKET).key("presigned")))
                    .url()
                    .toURI();
            URI download = presigner
                    .presignGetObject(presign -> presign.signatureDuration(Duration.ofMinutes(5))
                            .getObjectRequest(get -> get.bucket(BUCKET).key("presigned")))
                    .url()
                    .toURI();

            HttpClient http = HttpClient.newHttpClient();
            int status = http.send(
                            HttpRequest.newBuilder(upload)
                                    .PUT(HttpRequest.BodyPublishers.ofString("by anybody"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            String body = http.send(HttpRequest.newBuilder(download).build(), HttpResponse.BodyHandlers.ofString())
                    .body();

            assertThat(status).isEqualTo(200);
            assertThat(body).isEqualTo("by anybody");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "raw.localhost:4566",
                "raw.s3.localhost:4566",
                "raw.s3.eu-west-1.localhost",
                "raw.s3.amazonaws.com",
                "raw.s3.eu-west-1.amazonaws.com",
                "RAW.s3-eu-west-1.amazonaws.com"
            })
    void theBucketMayBeInTheHost(String host) {
        s3.putObject(request -> request.bucket(BUCKET).key("hosted"), RequestBody.fromString("found by host"));

        String answer = edge.raw().exchange("GET /hosted HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").endsWith("found by host");
    }

    @Test
    void aBodyOfTypeFormIsAnObjectAllTheSame() throws Exception {
        URI uri = edge.address().resolve("/raw/form?x-id=" + URLEncoder.encode("Put Object", StandardCharsets.UTF_8));

        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .PUT(HttpRequest.BodyPublishers.ofString("a=1&b=2"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());

        assertThat(get("form")).isEqualTo("a=1&b=2");
    }

    private static String get(String key) {
        return s3.getObjectAsBytes(request -> request.bucket(BUCKET).key(key)).asUtf8String();
    }
}
