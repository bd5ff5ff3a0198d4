package io.laguna.emulator.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

class ETagsTest {
    private static final String BUCKET = "raw";

    @TempDir
    private Path buckets;

    private PlainFilesBlobStore store;

    @BeforeEach
    void createBucket() {
        store = new PlainFilesBlobStore(new FilesystemNio2BlobStore(buckets.toString()), buckets);
        store.createContainer(BUCKET);
    }

    @Test
    void aFileCopiedIntoABucketHasAnETagThatHeadGetAndListAgreeOn() throws IOException {
        Files.writeString(buckets.resolve(BUCKET).resolve("hand"), "by hand");

        String head = head("hand");

        assertThat(head).isNotBlank();
        assertThat(get("hand")).isEqualTo(head);
        assertThat(listed("hand")).isEqualTo(head);
    }

    @Test
    void aFileEditedInPlaceGetsAnotherETag() throws IOException {
        put("object", "as uploaded");
        String uploaded = head("object");
        Path file = buckets.resolve(BUCKET).resolve("object");

        Files.writeString(file, "as edited!!");
        Files.setLastModifiedTime(
                file, FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() + 2000));

        assertThat(listed("object")).isNotEqualTo(uploaded).isEqualTo(head("object"));
    }

    @Test
    void anUploadedObjectKeepsTheETagOfItsUpload() {
        String uploaded = put("object", "content");

        assertThat(head("object")).isEqualTo(uploaded);
        assertThat(listed("object")).isEqualTo(uploaded);
    }

    private String put(String key, String content) {
        PutObjectRequest request = PutObjectRequest.builder()
                .bucket(BUCKET)
                .key(key)
                .contentLength((long) content.length())
                .build();
        InputStream body = RequestBody.fromString(content, StandardCharsets.UTF_8)
                .contentStreamProvider()
                .newStream();
        return plain(store.putBlob(request, body).eTag());
    }

    private String head(String key) {
        return plain(store.blobMetadata(
                        HeadObjectRequest.builder().bucket(BUCKET).key(key).build())
                .eTag());
    }

    private String get(String key) {
        try (var object =
                store.getBlob(GetObjectRequest.builder().bucket(BUCKET).key(key).build())) {
            return plain(object.response().eTag());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String listed(String key) {
        return store.list(ListObjectsV2Request.builder().bucket(BUCKET).build()).contents().stream()
                .filter(object -> object.key().equals(key))
                .map(object -> plain(object.eTag()))
                .findFirst()
                .orElseThrow();
    }

    /** Returns an ETag without quotes: HTTP has them, S3Proxy's listings leave them to the XML. */
    private static String plain(String eTag) {
        return eTag.replace("\"", "");
    }
}
