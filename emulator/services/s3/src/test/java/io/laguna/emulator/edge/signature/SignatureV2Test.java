package io.laguna.emulator.edge.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.edge.TestEdge;
import io.laguna.emulator.edge.request.PercentEncoding;
import io.laguna.emulator.edge.request.QueryString;
import io.laguna.wire.WireRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Tests of Signature Version 2, which is taken in a URL and nowhere else. */
class SignatureV2Test {
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
    void signatureVersion2InAHeaderIsRefused() {
        assertThat(edge.raw()
                        .exchange("GET /raw/plain HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                + "Authorization: AWS AKIATESTTESTTESTTEST:abc=\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("Please use AWS4-HMAC-SHA256.");
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

    private static String get(String path) {
        return edge.raw().exchange("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }
}
