package io.laguna.emulator.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.kit.checksum.Crc64Nvme;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
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
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Checksum;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.GetObjectAttributesResponse;
import software.amazon.awssdk.services.s3.model.ObjectAttributes;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Requests that other clients than the SDK for Java make. */
class OtherClientsTest {
    private static final String BUCKET = "others";

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

    /** The SDK for C++ sends this one, and so does PyArrow. */
    @ParameterizedTest
    @CsvSource({"rosUhgp5mIg=, 200 OK", "rosUhgp5mIk=, BadDigest"})
    void aCrc64BehindTheBodyIsChecked(String sum, String answer) throws IOException {
        String body = "9\r\n123456789\r\n0\r\nx-amz-checksum-crc64nvme:" + sum + "\r\n\r\n";

        assertThat(request(
                        "PUT /others/trailer",
                        "x-amz-content-sha256: STREAMING-UNSIGNED-PAYLOAD-TRAILER\r\nx-amz-decoded-content-length: 9\r\n"
                                + "x-amz-trailer: x-amz-checksum-crc64nvme\r\n",
                        body))
                .contains(answer);
    }

    /** The SDK for C++ frames a body twice, by HTTP and by S3, and tells only the length that S3 knows. */
    @Test
    void aBodyThatIsChunkedByHttpTooHasTheLengthThatItSays() throws IOException {
        String chunks = "4\r\ntext\r\n0\r\n\r\n";
        String body = Integer.toHexString(chunks.length()) + "\r\n" + chunks + "\r\n0\r\n\r\n";
        String request = "PUT /others/twice HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Transfer-Encoding: chunked\r\nContent-Encoding: aws-chunked\r\n"
                + "x-amz-content-sha256: STREAMING-UNSIGNED-PAYLOAD-TRAILER\r\n";

        assertThat(served.raw(request + "x-amz-decoded-content-length: 4\r\n\r\n" + body))
                .contains("200 OK");
        assertThat(served.raw(request + "x-amz-decoded-content-length: 5\r\n\r\n" + body))
                .contains("IncompleteBody");
        assertThat(served.raw(request + "\r\n" + body)).contains("MissingContentLength");
    }

    /** Version 2 of the {@code aws} command line sends this one with everything that has a body. */
    @ParameterizedTest
    @CsvSource({"M+axGdSfye4=, 200 OK", "rosUhgp5mIg=, BadDigest"})
    void aCrc64OfADocumentIsChecked(String sum, String answer) throws IOException {
        assertThat(request(
                        "POST /others?delete",
                        "x-amz-checksum-crc64nvme: " + sum + "\r\n",
                        "<Delete><Object><Key>none</Key></Object></Delete>"))
                .contains(answer);
    }

    @Test
    void aPlusInTheSourceOfACopyIsASpace() throws IOException {
        s3.putObject(request -> request.bucket(BUCKET).key("a b+c"), RequestBody.fromString("text"));

        assertThat(request("PUT /others/copy", "x-amz-copy-source: others%2Fa+b%2Bc\r\n", ""))
                .contains("200 OK");

        assertThat(s3.getObjectAsBytes(request -> request.bucket(BUCKET).key("copy"))
                        .asUtf8String())
                .isEqualTo("text");
    }

    /** In a path a plus is a plus; in a query, and so in the prefix of a listing, it is a space. */
    @ParameterizedTest
    @CsvSource({"a+b, a+b", "a%2Bb, a+b", "a%20b, 'a b'", "a%252Bb, a%2Bb"})
    void aPlusInAPathIsAPlus(String path, String key) throws IOException {
        assertThat(request("PUT /others/plus/" + path, "", key)).contains("200 OK");

        assertThat(s3.listObjectsV2(request -> request.bucket(BUCKET).prefix("plus/"))
                        .contents())
                .extracting(S3Object::key)
                .containsExactly("plus/" + key);
        assertThat(s3.getObjectAsBytes(request -> request.bucket(BUCKET).key("plus/" + key))
                        .asUtf8String())
                .isEqualTo(key);
        assertThat(request("GET /others/plus/" + path, "", "")).endsWith(key);
        assertThat(request(
                        "GET /others?list-type=2&prefix=plus/" + URLEncoder.encode(key, StandardCharsets.UTF_8),
                        "",
                        ""))
                .contains("<Key>plus/" + key + "</Key>");
        assertThat(request("DELETE /others/plus/" + path, "", "")).contains("204 No Content");
        assertThat(s3.listObjectsV2(request -> request.bucket(BUCKET).prefix("plus/"))
                        .contents())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PUT /others/version?versionId=null",
                "PUT /others/version?versionId",
                "PUT /others/version?partNumber=1&uploadId=x&versionId=null",
                "POST /others/version?uploads&versionId=x",
                "GET /others?versionId=x"
            })
    void aVersionIsRefusedWhereAnOperationHasNone(String line) throws IOException {
        assertThat(request(line, "", "text"))
                .contains("400 Bad Request", "InvalidArgument", "This operation does not accept a version-id.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"never", "0", "2030-01-02T03:04:05Z", "Wed, 2 Jan 2030 03:04:05 GMT"})
    void theTimeOfExpiryIsToldAsItWasGiven(String expires) throws IOException {
        assertThat(request("PUT /others/expiring", "Expires: " + expires + "\r\n", "text"))
                .contains("200 OK");
        s3.copyObject(request -> request.sourceBucket(BUCKET)
                .sourceKey("expiring")
                .destinationBucket(BUCKET)
                .destinationKey("expiring-copy"));

        assertThat(request("GET /others/expiring", "", "")).contains("\r\nExpires: " + expires + "\r\n");
        assertThat(s3.headObject(request -> request.bucket(BUCKET).key("expiring-copy"))
                        .expiresString())
                .isEqualTo(expires);
    }

    @ParameterizedTest
    @ValueSource(strings = {"never", "0", "1000000000000"})
    void aConditionWithAnUnreadableTimeIsNone(String time) throws IOException {
        s3.putObject(request -> request.bucket(BUCKET).key("conditional"), RequestBody.fromString("text"));

        assertThat(request("GET /others/conditional", "If-Modified-Since: " + time + "\r\n", ""))
                .contains("200 OK");
        assertThat(request("GET /others/conditional", "If-Unmodified-Since: " + time + "\r\n", ""))
                .contains("200 OK");
        assertThat(request(
                        "DELETE /others/conditional",
                        "x-amz-if-match-last-modified-time: " + time + " o'clock\r\n",
                        ""))
                .contains("400 Bad Request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2100-01-01T00:00:00Z", "Fri, 01 Jan 2100 00:00:00 GMT", "Fri Jan  1 00:00:00 2100"})
    void theTimeOfAConditionIsReadInEveryForm(String time) throws IOException {
        s3.putObject(request -> request.bucket(BUCKET).key("dated"), RequestBody.fromString("text"));

        assertThat(request("GET /others/dated", "If-Modified-Since: " + time + "\r\n", ""))
                .contains("304 Not Modified");
        assertThat(request("GET /others/dated", "If-Unmodified-Since: " + time.replace("2100", "1999") + "\r\n", ""))
                .contains("412 Precondition Failed");
    }

    /** The SDKs put the account into the host. */
    @ParameterizedTest
    @ValueSource(
            strings = {"000000000000.localhost:4566", "000000000000.s3-control.us-east-1.amazonaws.com", "localhost"})
    void s3ControlAnswersAtTheHostOfAnAccount(String host) throws IOException {
        assertThat(served.raw("GET /v20180820/tags/arn%3Aaws%3As3%3A%3A%3Aothers HTTP/1.1\r\nHost: " + host
                        + "\r\nConnection: close\r\nx-amz-account-id: 000000000000\r\n\r\n"))
                .contains("200 OK", "<Tags></Tags>");
    }

    @Test
    void anObjectThatComesWithoutAChecksumGetsACrc64() throws IOException {
        String sum = "rosUhgp5mIg=";
        String told = "\r\nx-amz-checksum-crc64nvme: " + sum + "\r\nx-amz-checksum-type: FULL_OBJECT\r\n";

        assertThat(request("PUT /others/usual", "", "123456789")).contains(told);
        s3.copyObject(request -> request.sourceBucket(BUCKET)
                .sourceKey("usual")
                .destinationBucket(BUCKET)
                .destinationKey("usual-copy"));

        assertThat(request("HEAD /others/usual", "x-amz-checksum-mode: ENABLED\r\n", ""))
                .contains(told);
        assertThat(request("HEAD /others/usual", "", "")).doesNotContain("x-amz-checksum");
        assertThat(attributes("usual-copy").checksum())
                .isEqualTo(Checksum.builder()
                        .checksumCRC64NVME(sum)
                        .checksumType(ChecksumType.FULL_OBJECT)
                        .build());
        assertThat(request("PUT /others/usual", "x-amz-checksum-crc32: y/Q5Jg==\r\n", "123456789"))
                .contains("x-amz-checksum-crc32: y/Q5Jg==")
                .doesNotContain("crc64nvme");
    }

    @Test
    void partsThatComeWithoutChecksumsGetACrc64OfTheWhole() throws IOException {
        String id = between(request("POST /others/usual-parts?uploads", "", ""), "<UploadId>", "</UploadId>");
        StringBuilder parts = new StringBuilder();
        List<String> bodies = List.of("a".repeat(5 << 20), "bc".repeat(3 << 20), "123456789");
        for (int number = 1; number <= bodies.size(); number++) {
            String answer = request(
                    "PUT /others/usual-parts?partNumber=" + number + "&uploadId=" + id, "", bodies.get(number - 1));
            assertThat(answer).contains("200 OK").doesNotContain("x-amz-checksum");
            parts.append("<Part><PartNumber>" + number + "</PartNumber><ETag>" + between(answer, "ETag: ", "\r\n")
                    + "</ETag></Part>");
        }
        assertThat(request("GET /others/usual-parts?uploadId=" + id, "", "")).doesNotContain("Checksum");
        Crc64Nvme whole = new Crc64Nvme();
        whole.update(String.join("", bodies).getBytes(StandardCharsets.US_ASCII));
        String sum = Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(Long.BYTES)
                        .putLong(whole.getValue())
                        .array());

        assertThat(request(
                        "POST /others/usual-parts?uploadId=" + id,
                        "x-amz-checksum-type: FULL_OBJECT\r\n",
                        "<CompleteMultipartUpload>" + parts + "</CompleteMultipartUpload>"))
                .contains(
                        "<ChecksumCRC64NVME>" + sum + "</ChecksumCRC64NVME>",
                        "<ChecksumType>FULL_OBJECT</ChecksumType>");

        GetObjectAttributesResponse attributes = attributes("usual-parts");
        assertThat(attributes.checksum().checksumCRC64NVME()).isEqualTo(sum);
        assertThat(attributes.objectParts().totalPartsCount()).isEqualTo(3);
        assertThat(attributes.objectParts().parts()).isEmpty();
    }

    private static GetObjectAttributesResponse attributes(String key) {
        return s3.getObjectAttributes(request -> request.bucket(BUCKET)
                .key(key)
                .objectAttributes(ObjectAttributes.CHECKSUM, ObjectAttributes.OBJECT_PARTS));
    }

    private static String between(String text, String before, String after) {
        int start = text.indexOf(before) + before.length();
        return text.substring(start, text.indexOf(after, start));
    }

    private static String request(String line, String headers, String body) throws IOException {
        return served.raw(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + body.length()
                + "\r\n" + headers + "\r\n" + body);
    }
}
