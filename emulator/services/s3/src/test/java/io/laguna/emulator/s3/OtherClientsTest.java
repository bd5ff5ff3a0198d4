package io.laguna.emulator.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

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

    private static String request(String line, String headers, String body) throws IOException {
        return served.raw(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + body.length()
                + "\r\n" + headers + "\r\n" + body);
    }
}
