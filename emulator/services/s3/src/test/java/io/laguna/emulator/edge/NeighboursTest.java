package io.laguna.emulator.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.GlueException;

/** Tests of the calls that another emulator answers. */
class NeighboursTest {
    private static final String SIGNED = "Authorization: AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/%s/"
            + "aws4_request, SignedHeaders=host, Signature=0\r\n";
    private static final String ANSWER = "HTTP/1.1 299 Fine\r\nContent-Type: application/x-amz-json-1.0\r\n"
            + "x-amz-odd: 7\r\nContent-Encoding: odd\r\nX-Two: a\r\nX-Two: b\r\nConnection: close\r\n"
            + "Content-Length: 7\r\n\r\n{\"a\":1}";

    @TempDir
    private Path folder;

    private RecordingNeighbour neighbour;

    @BeforeEach
    void start() throws IOException {
        neighbour = RecordingNeighbour.answering(ANSWER);
    }

    @AfterEach
    void stop() throws IOException {
        neighbour.close();
    }

    @Test
    void aCallGoesThereAndBackByteForByte() throws IOException {
        try (TestEdge edge = open()) {
            String answer = edge.raw()
                    .exchange("POST /a%2Fb/c%20d?x=%7e&y HTTP/1.1\r\nHost: sqs.localhost:4566\r\n"
                            + SIGNED.formatted("sqs")
                            + "Content-Type: application/x-amz-json-1.0\r\nX-Amz-Target: AmazonSQS.SendMessage\r\n"
                            + "X-aMz-oDD: \u00fc\r\nContent-Length: 6\r\nConnection: close\r\n\r\n{\"\u00e9\":1");

            assertThat(neighbour.requests()).singleElement().satisfies(request -> assertThat(request)
                    .startsWith("POST /a%2Fb/c%20d?x=%7e&y HTTP/1.1\r\n")
                    .contains(
                            "Host: sqs.localhost:4566\r\n",
                            SIGNED.formatted("sqs"),
                            "X-Amz-Target: AmazonSQS.SendMessage\r\n",
                            "X-aMz-oDD: \u00fc\r\n")
                    .doesNotContain("User-Agent", "Accept-Encoding", "Via")
                    .endsWith("\r\n\r\n{\"\u00e9\":1"));
            assertThat(answer)
                    .startsWith("HTTP/1.1 299")
                    .contains("x-amz-odd: 7", "Content-Encoding: odd", "X-Two: a\r\nX-Two: b\r\n")
                    .endsWith("{\"a\":1}");
            await().untilAsserted(() -> assertThat(Files.readString(edge.callLog()))
                    .contains("\"service\":\"sqs\",\"operation\":\"SendMessage\",\"status\":299")
                    .contains("\"forwarded\":\"" + neighbour.address() + "\""));
            assertThat(edge.raw().exchange("GET /_laguna/health HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                    .contains("\"neighbours\":{\"status\":\"forwarded\",\"address\":\"" + neighbour.address());
        }
    }

    @Test
    void aFormAndAPathAreForwardedToo() {
        try (TestEdge edge = open()) {
            edge.raw()
                    .exchange("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + SIGNED.formatted("ec2")
                            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 42\r\n"
                            + "Connection: close\r\n\r\nAction=DescribeVpcs&Version=2016-11-15&a=b");
            edge.raw()
                    .exchange("GET /2020-05-31/distribution HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                            + SIGNED.formatted("cloudfront") + "Connection: close\r\n\r\n");

            assertThat(neighbour.requests()).hasSize(2);
            assertThat(neighbour.requests().get(0)).endsWith("Action=DescribeVpcs&Version=2016-11-15&a=b");
            assertThat(neighbour.requests().get(1)).startsWith("GET /2020-05-31/distribution ");
        }
    }

    @Test
    void noCallOfAServiceThatIsHereIsForwarded() {
        try (TestEdge edge = open();
                GlueClient glue = edge.glue()) {
            assertThatThrownBy(() -> glue.getMLTransforms(get -> {}))
                    .isInstanceOf(GlueException.class)
                    .hasMessageContaining("not implemented by Laguna: glue:GetMLTransforms");
            assertThat(edge.s3().listBuckets().buckets()).isEmpty();
            edge.sts().getCallerIdentity();

            assertThat(neighbour.requests()).isEmpty();
        }
    }

    @Test
    void whoCallsIsAskedFirst() {
        try (TestEdge edge = TestEdge.start(folder, settings -> TestEdge.keys(forwarding(settings)), List.of())) {
            AwsBasicCredentials wrong = AwsBasicCredentials.create(TestEdge.KEY.accessKeyId(), "guessed");
            assertThatThrownBy(() -> edge.glue(wrong).getDatabases(get -> {})).hasMessageContaining("does not match");
            assertThat(neighbour.requests()).isEmpty();

            edge.glue().getDatabases(get -> {});
            assertThat(neighbour.requests()).singleElement().satisfies(request -> assertThat(request)
                    .contains("AWSGlue.GetDatabases", "Credential=" + TestEdge.KEY.accessKeyId()));
        }
    }

    @Test
    void whereNobodyAnswersTheErrorSaysWhereNobodyIs() throws IOException {
        neighbour.close();
        try (TestEdge edge = open()) {
            assertThat(edge.raw()
                            .exchange("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + SIGNED.formatted("dynamodb")
                                    + "X-Amz-Target: DynamoDB_20120810.ListTables\r\nContent-Length: 0\r\n"
                                    + "Connection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 503")
                    .contains("Laguna forwards dynamodb to " + neighbour.address() + ", where nobody answers");
        }
    }

    @Test
    void aPageOrALinkIsNotForwarded() {
        try (TestEdge edge = open()) {
            assertThat(edge.raw()
                            .exchange(
                                    "GET /?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=t/20260101/us-east-1/sqs/"
                                            + "aws4_request&X-Amz-Signature=0 HTTP/1.1\r\nHost: localhost\r\n"
                                            + "Connection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 403");
            assertThat(neighbour.requests()).isEmpty();
        }
    }

    @Test
    void withoutANeighbourTheErrorSaysHowToHaveOne() {
        try (TestEdge edge = TestEdge.open(folder)) {
            assertThat(edge.raw()
                            .exchange("POST / HTTP/1.1\r\nHost: localhost\r\n" + SIGNED.formatted("dynamodb")
                                    + "Content-Length: 0\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 501")
                    .contains("--neighbours URL");
        }
    }

    private TestEdge open() {
        return TestEdge.start(folder, this::forwarding, List.of(TestEdge.databases()));
    }

    private EdgeConfiguration forwarding(EdgeConfiguration settings) {
        return settings.withNeighbours(Optional.of(neighbour.address()));
    }
}
