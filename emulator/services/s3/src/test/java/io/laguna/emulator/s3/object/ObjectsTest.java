package io.laguna.emulator.s3.object;

import static io.laguna.emulator.s3.ServedS3.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.s3.ServedS3;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectAttributesParts;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.InvalidObjectStateException;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectAttributes;
import software.amazon.awssdk.services.s3.model.ObjectPart;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.StorageClass;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;
import software.amazon.awssdk.utils.Md5Utils;

/** Objects, by the SDK's own client. */
class ObjectsTest {
    private static final String BUCKET = "objects";
    private static final int MIB = 1 << 20;

    @TempDir
    private static Path folder;

    private static ServedS3 served;
    private static S3Client s3;

    @BeforeAll
    static void open() {
        served = new ServedS3(folder, Clock.systemUTC());
        s3 = served.client();
        s3.createBucket(request -> request.bucket(BUCKET));
    }

    @AfterAll
    static void close() {
        s3.close();
        served.close();
    }

    @ParameterizedTest
    @CsvSource({"page.html, text/html", "figures.csv, text/csv", "strange.laguna, binary/octet-stream"})
    void aFileThatWasCopiedInHasTheTypeOfItsName(String name, String type) throws IOException {
        Files.writeString(folder.resolve("zones").resolve(BUCKET).resolve(name), "content");

        assertThat(s3.headObject(request -> request.bucket(BUCKET).key(name)).contentType())
                .isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-3, bytes 0-3/10, 0123",
        "bytes=-3, bytes 7-9/10, 789",
        "bytes=-20, bytes 0-9/10, 0123456789",
        "bytes=5-100, bytes 5-9/10, 56789",
        "bytes=8-3, , 0123456789",
        "bytes=0-1;4-5, , 0123456789",
        "lines=1-2, , 0123456789"
    })
    void aRangeIsReadAsS3ReadsIt(String range, String contentRange, String text) {
        put("ranged", "0123456789");

        ResponseBytes<GetObjectResponse> read = s3.getObjectAsBytes(
                request -> request.bucket(BUCKET).key("ranged").range(range));

        assertThat(read.asUtf8String()).isEqualTo(text);
        assertThat(Optional.ofNullable(read.response().contentRange())).isEqualTo(Optional.ofNullable(contentRange));
        assertThat(read.response().sdkHttpResponse().statusCode()).isEqualTo(contentRange == null ? 200 : 206);
    }

    @Test
    void whatIsSaidOfAnObjectComesBack() {
        Instant expires = Instant.parse("2030-01-02T03:04:05Z");
        s3.putObject(
                request -> request.bucket(BUCKET)
                        .key("said")
                        .metadata(Map.of("color", "blue", "shape", "round"))
                        .contentType("text/csv; charset=UTF-8")
                        .cacheControl("no-cache")
                        .contentLanguage("es")
                        .expires(expires)
                        .storageClass("STANDARD_IA")
                        .serverSideEncryption(ServerSideEncryption.AWS_KMS)
                        .ssekmsKeyId("a-key")
                        .tagging("team=lake&stage=raw%20zone"),
                RequestBody.fromString("x"));

        HeadObjectResponse head =
                s3.headObject(request -> request.bucket(BUCKET).key("said"));

        assertThat(head.metadata()).containsOnly(Map.entry("color", "blue"), Map.entry("shape", "round"));
        assertThat(head.contentType()).isEqualTo("text/csv; charset=UTF-8");
        assertThat(head.cacheControl()).isEqualTo("no-cache");
        assertThat(head.contentLanguage()).isEqualTo("es");
        assertThat(head.expiresString()).isEqualTo("Wed, 02 Jan 2030 03:04:05 GMT");
        assertThat(head.storageClassAsString()).isEqualTo("STANDARD_IA");
        assertThat(head.serverSideEncryption()).isEqualTo(ServerSideEncryption.AWS_KMS);
        assertThat(head.ssekmsKeyId()).isEqualTo("a-key");
        assertThat(s3.getObjectTagging(request -> request.bucket(BUCKET).key("said"))
                        .tagSet())
                .containsExactlyInAnyOrder(tag("team", "lake"), tag("stage", "raw zone"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ChecksumAlgorithm.class,
            mode = EnumSource.Mode.INCLUDE,
            names = {"CRC32", "CRC32_C", "SHA1", "SHA256"})
    void everyChecksumOfAnObjectIsKeptAndTold(ChecksumAlgorithm algorithm) {
        s3.putObject(
                request -> request.bucket(BUCKET).key("summed").checksumAlgorithm(algorithm),
                RequestBody.fromString("summed"));

        HeadObjectResponse head =
                s3.headObject(request -> request.bucket(BUCKET).key("summed").checksumMode(ChecksumMode.ENABLED));

        assertThat(head.checksumType()).isEqualTo(ChecksumType.FULL_OBJECT);
        assertThat(List.of(
                        Optional.ofNullable(head.checksumCRC32()).isPresent(),
                        Optional.ofNullable(head.checksumCRC32C()).isPresent(),
                        Optional.ofNullable(head.checksumSHA1()).isPresent(),
                        Optional.ofNullable(head.checksumSHA256()).isPresent()))
                .containsOnlyOnce(true);
    }

    @Test
    void partsBecomeAnObjectWithACompositeChecksum() {
        String id = s3.createMultipartUpload(
                        request -> request.bucket(BUCKET).key("parts").checksumAlgorithm(ChecksumAlgorithm.SHA256))
                .uploadId();
        byte[] first = new byte[5 * MIB];
        List<CompletedPart> parts = List.of(part(id, 1, first), part(id, 2, new byte[] {1, 2, 3}));

        String eTag = s3.completeMultipartUpload(request ->
                        request.bucket(BUCKET).key("parts").uploadId(id).multipartUpload(upload -> upload.parts(parts)))
                .eTag();

        assertThat(eTag).endsWith("-2\"");
        HeadObjectResponse second =
                s3.headObject(request -> request.bucket(BUCKET).key("parts").partNumber(2));
        assertThat(second.contentLength()).isEqualTo(3);
        assertThat(second.partsCount()).isEqualTo(2);
        assertThat(s3.getObjectAttributes(request -> request.bucket(BUCKET)
                                .key("parts")
                                .objectAttributes(ObjectAttributes.CHECKSUM, ObjectAttributes.OBJECT_PARTS))
                        .checksum()
                        .checksumSHA256())
                .endsWith("-2");
        // A client that did not hear the answer asks again.
        assertThat(s3.completeMultipartUpload(request -> request.bucket(BUCKET)
                                .key("parts")
                                .uploadId(id)
                                .multipartUpload(upload -> upload.parts(parts)))
                        .eTag())
                .isEqualTo(eTag);
    }

    @Test
    void partsOfAnObjectAreToldPageByPage() {
        String id = s3.createMultipartUpload(
                        request -> request.bucket(BUCKET).key("parts").checksumAlgorithm(ChecksumAlgorithm.SHA256))
                .uploadId();
        byte[] large = new byte[5 * MIB];
        List<CompletedPart> parts = List.of(part(id, 2, large), part(id, 5, large), part(id, 9, new byte[] {1}));
        s3.completeMultipartUpload(request ->
                request.bucket(BUCKET).key("parts").uploadId(id).multipartUpload(upload -> upload.parts(parts)));

        GetObjectAttributesParts first = parts(2, 0);
        GetObjectAttributesParts second = parts(2, first.nextPartNumberMarker());

        assertThat(first.parts()).extracting(ObjectPart::partNumber).containsExactly(2, 5);
        assertThat(first.parts()).extracting(ObjectPart::size).containsExactly(5L * MIB, 5L * MIB);
        assertThat(first.parts().get(0).checksumSHA256()).isEqualTo(parts.get(0).checksumSHA256());
        assertThat(first.isTruncated()).isTrue();
        assertThat(first.maxParts()).isEqualTo(2);
        assertThat(first.partNumberMarker()).isEqualTo(0);
        assertThat(first.totalPartsCount()).isEqualTo(3);
        assertThat(second.parts()).extracting(ObjectPart::partNumber).containsExactly(9);
        assertThat(second.isTruncated()).isFalse();
        assertThat(second.partNumberMarker()).isEqualTo(5);
        assertThat(second.totalPartsCount()).isEqualTo(3);
    }

    private static GetObjectAttributesParts parts(int most, int after) {
        return s3.getObjectAttributes(request -> request.bucket(BUCKET)
                        .key("parts")
                        .maxParts(most)
                        .partNumberMarker(after)
                        .objectAttributes(ObjectAttributes.OBJECT_PARTS))
                .objectParts();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "identity"})
    void anEncodingIsTheObjectsWhicheverWayItIsMade(String encoding) {
        s3.putObject(
                request -> request.bucket(BUCKET).key("encoded").contentEncoding(encoding),
                RequestBody.fromString("packed"));
        s3.copyObject(request -> request.sourceBucket(BUCKET)
                .sourceKey("encoded")
                .destinationBucket(BUCKET)
                .destinationKey("encoded-copy")
                .metadataDirective(MetadataDirective.REPLACE)
                .contentEncoding(encoding));
        String id = s3.createMultipartUpload(
                        request -> request.bucket(BUCKET).key("encoded-parts").contentEncoding(encoding))
                .uploadId();
        UploadPartResponse part = s3.uploadPart(
                request ->
                        request.bucket(BUCKET).key("encoded-parts").uploadId(id).partNumber(1),
                RequestBody.fromString("packed"));
        s3.completeMultipartUpload(request -> request.bucket(BUCKET)
                .key("encoded-parts")
                .uploadId(id)
                .multipartUpload(upload -> upload.parts(plain(part, 1))));

        assertThat(List.of("encoded", "encoded-copy", "encoded-parts")).allSatisfy(key -> assertThat(
                        s3.headObject(request -> request.bucket(BUCKET).key(key))
                                .contentEncoding())
                .isEqualTo(encoding));
    }

    @Test
    void aPartThatIsTooSmallIsRefused() {
        String id = s3.createMultipartUpload(request -> request.bucket(BUCKET).key("small"))
                .uploadId();
        List<CompletedPart> parts = List.of(
                plain(
                        s3.uploadPart(
                                request -> request.bucket(BUCKET)
                                        .key("small")
                                        .uploadId(id)
                                        .partNumber(1),
                                RequestBody.fromString("few")),
                        1),
                plain(
                        s3.uploadPart(
                                request -> request.bucket(BUCKET)
                                        .key("small")
                                        .uploadId(id)
                                        .partNumber(2),
                                RequestBody.fromString("few")),
                        2));

        assertRefused(
                () -> s3.completeMultipartUpload(request -> request.bucket(BUCKET)
                        .key("small")
                        .uploadId(id)
                        .multipartUpload(upload -> upload.parts(parts))),
                400,
                "EntityTooSmall");
    }

    @Test
    void onlyWhatIsArchivedCanBeRestored() {
        put("restored", "x");

        assertRefused(
                () -> s3.restoreObject(request -> request.bucket(BUCKET).key("restored")), 403, "InvalidObjectState");

        s3.putObject(
                request -> request.bucket(BUCKET).key("restored").storageClass("GLACIER"), RequestBody.fromString("x"));
        assertRefused(() -> s3.restoreObject(request -> request.bucket(BUCKET).key("restored")), 501, "NotImplemented");
        assertRefused(() -> s3.restoreObject(request -> request.bucket(BUCKET).key("no-such")), 404, "NoSuchKey");
    }

    @Test
    void aCopyOntoItselfNeedsAChange() {
        put("self", "x");

        assertRefused(() -> copy("self", MetadataDirective.COPY), 400, "InvalidRequest");
        copy("self", MetadataDirective.REPLACE);

        assertThat(s3.headObject(request -> request.bucket(BUCKET).key("self")).metadata())
                .containsExactly(Map.entry("new", "yes"));
    }

    @ParameterizedTest
    @EnumSource(
            value = StorageClass.class,
            names = {"GLACIER", "DEEP_ARCHIVE"})
    void anArchivedObjectIsToldOfAndNotRead(StorageClass archive) {
        put("archived", archive);

        assertThat(s3.headObject(request -> request.bucket(BUCKET).key("archived"))
                        .storageClass())
                .isEqualTo(archive);
        assertThatThrownBy(() ->
                        s3.getObjectAsBytes(request -> request.bucket(BUCKET).key("archived")))
                .isInstanceOfSatisfying(InvalidObjectStateException.class, refusal -> {
                    assertThat(refusal.statusCode()).isEqualTo(403);
                    assertThat(refusal.storageClass()).isEqualTo(archive);
                });
        assertRefused(() -> copy("archived", MetadataDirective.REPLACE), 403, "InvalidObjectState");
    }

    @Test
    void anObjectOfInstantRetrievalIsRead() {
        put("instant", StorageClass.GLACIER_IR);

        assertThat(s3.getObjectAsBytes(request -> request.bucket(BUCKET).key("instant"))
                        .asUtf8String())
                .isEqualTo("x");
    }

    @Test
    void aKeyOfTheClientsIsAskedForOnEveryRead() {
        String key = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
        String md5 = "Ur6Gs1ArOKPPQQyPwcFVoA==";
        assertRefused(
                () -> s3.putObject(
                        request -> request.bucket(BUCKET)
                                .key("locked")
                                .sseCustomerAlgorithm("AES256")
                                .sseCustomerKey(key)
                                .sseCustomerKeyMD5(md5),
                        RequestBody.fromString("x")),
                400,
                "InvalidArgument");
    }

    @Test
    void anUploadWithAKeyOfTheClientsEndsWithThatKey() {
        assertRefused(() -> endOf(locked(ChecksumAlgorithm.SHA256), Optional.empty()), 400, "InvalidRequest");
        assertRefused(() -> endOf(locked(ChecksumAlgorithm.SHA256), Optional.of("z")), 400, "InvalidRequest");
        endOf(locked(ChecksumAlgorithm.SHA256), Optional.of("k"));
    }

    @Test
    void anUploadWithoutAChecksumEndsWithoutItsKeyToo() {
        assertRefused(() -> endOf(locked(null), Optional.of("z")), 400, "InvalidRequest");
        endOf(locked(null), Optional.empty());
    }

    @Test
    void whatIsNotThereIsTheSdksOwnException() {
        assertThatThrownBy(() ->
                        s3.getObjectAsBytes(request -> request.bucket(BUCKET).key("none")))
                .isInstanceOf(NoSuchKeyException.class);
        assertRefused(() -> s3.deleteObject(request -> request.bucket("no-such").key("k")), 404, "NoSuchBucket");
    }

    private static void copy(String key, MetadataDirective directive) {
        s3.copyObject(request -> request.sourceBucket(BUCKET)
                .sourceKey(key)
                .destinationBucket(BUCKET)
                .destinationKey(key)
                .metadata(Map.of("new", "yes"))
                .metadataDirective(directive));
    }

    private static CompletedPart part(String id, int number, byte[] bytes) {
        UploadPartResponse part = s3.uploadPart(
                request -> request.bucket(BUCKET)
                        .key("parts")
                        .uploadId(id)
                        .partNumber(number)
                        .checksumAlgorithm(ChecksumAlgorithm.SHA256),
                RequestBody.fromBytes(bytes));
        return CompletedPart.builder()
                .partNumber(number)
                .eTag(part.eTag())
                .checksumSHA256(part.checksumSHA256())
                .build();
    }

    /** An upload of one part, encrypted with a key made of the letter k. */
    private static CompleteMultipartUploadRequest locked(ChecksumAlgorithm algorithm) {
        String key = customerKey("k");
        String id = s3.createMultipartUpload(request -> request.bucket(BUCKET)
                        .key("with-key")
                        .checksumAlgorithm(algorithm)
                        .sseCustomerAlgorithm("AES256")
                        .sseCustomerKey(key)
                        .sseCustomerKeyMD5(md5(key)))
                .uploadId();
        UploadPartResponse part = s3.uploadPart(
                request -> request.bucket(BUCKET)
                        .key("with-key")
                        .uploadId(id)
                        .partNumber(1)
                        .checksumAlgorithm(algorithm)
                        .sseCustomerAlgorithm("AES256")
                        .sseCustomerKey(key)
                        .sseCustomerKeyMD5(md5(key)),
                RequestBody.fromString("x"));
        return CompleteMultipartUploadRequest.builder()
                .bucket(BUCKET)
                .key("with-key")
                .uploadId(id)
                .multipartUpload(upload -> upload.parts(CompletedPart.builder()
                        .partNumber(1)
                        .eTag(part.eTag())
                        .checksumSHA256(part.checksumSHA256())
                        .build()))
                .build();
    }

    private static void endOf(CompleteMultipartUploadRequest upload, Optional<String> letter) {
        CompleteMultipartUploadRequest.Builder request = upload.toBuilder();
        letter.map(ObjectsTest::customerKey).ifPresent(key -> request.sseCustomerAlgorithm("AES256")
                .sseCustomerKey(key)
                .sseCustomerKeyMD5(md5(key)));
        s3.completeMultipartUpload(request.build());
    }

    private static String customerKey(String letter) {
        return Base64.getEncoder().encodeToString(letter.repeat(32).getBytes(StandardCharsets.UTF_8));
    }

    private static String md5(String key) {
        return Md5Utils.md5AsBase64(Base64.getDecoder().decode(key));
    }

    private static CompletedPart plain(UploadPartResponse part, int number) {
        return CompletedPart.builder().partNumber(number).eTag(part.eTag()).build();
    }

    private static void put(String key, String text) {
        s3.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromString(text));
    }

    private static void put(String key, StorageClass storageClass) {
        s3.putObject(
                request -> request.bucket(BUCKET).key(key).storageClass(storageClass), RequestBody.fromString("x"));
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
