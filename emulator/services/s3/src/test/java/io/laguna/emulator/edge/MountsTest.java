package io.laguna.emulator.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.edge.guard.DocumentPolicy;
import io.laguna.emulator.edge.guard.Visitors;
import io.laguna.emulator.edge.mount.Exchange;
import io.laguna.emulator.edge.mount.HttpHandler;
import io.laguna.emulator.edge.mount.HttpMount;
import io.laguna.emulator.edge.request.HttpTarget;
import io.laguna.wire.WireResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of handlers of plain HTTP, which the edge knows only by what they claim. */
class MountsTest {
    @TempDir
    private static Path folder;

    private static TestEdge edge;

    @BeforeAll
    static void start() {
        edge = TestEdge.start(
                folder,
                options -> options,
                List.of(
                        mount("api", target -> target.host().endsWith(".execute-api.localhost"), MountsTest::echo),
                        mount("tail", target -> target.rawPath().startsWith("/tail/"), MountsTest::stream),
                        mount("broken", target -> target.rawPath().equals("/broken"), MountsTest::fail),
                        TestEdge.databases()));
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    @Test
    void aHandlerMayHaveAHost() {
        String answer =
                send("POST /prod/orders?id=7", "a1b2.execute-api.localhost:4566", "Content-Length: 5\r\n", "hello");

        assertThat(answer).startsWith("HTTP/1.1 201").endsWith("POST /prod/orders?id=7 hello");
    }

    /** The sender writes whatever it likes into a signature's scope. */
    @Test
    void noSignatureTakesItsRequestsAway() {
        String glue = "Authorization: AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/glue/aws4_request,"
                + " SignedHeaders=host, Signature=0\r\nX-Amz-Target: AWSGlue.GetDatabases\r\n";

        assertThat(send("GET /prod", "a1b2.execute-api.localhost", glue, "")).endsWith("GET /prod? ");
    }

    @Test
    void aHandlerMayHaveAPathAndAnswerBitByBit() {
        assertThat(send("GET /tail/log", "localhost", "", ""))
                .startsWith("HTTP/1.1 200")
                .contains("Content-Type: text/event-stream")
                .contains("data: 1")
                .contains("data: 2");
        assertLogged("\"service\":\"tail\"", "\"status\":200");
    }

    @Test
    void theGuardStandsBeforeEveryHandler() {
        assertThat(send("GET /tail/log", "evil.example", "", "")).startsWith("HTTP/1.1 403");
        assertThat(send("GET /prod", "a1b2.execute-api.localhost", "Origin: http://evil.example\r\n", ""))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void aBodyThatIsTooLargeIsNotReadWhole() {
        assertThat(send("POST /prod", "a1b2.execute-api.localhost", "Content-Length: 999999999\r\n", ""))
                .startsWith("HTTP/1.1 413")
                .contains("RequestEntityTooLarge");
    }

    @Test
    void aHandlerThatFailsIsA500WithTheIdOfItsCall() {
        String answer = send("GET /broken", "localhost", "", "");

        assertThat(answer).startsWith("HTTP/1.1 500").contains("InternalError").doesNotContain("broken on purpose");
        String id = answer.replaceAll("(?s).*failed on request ([0-9a-f-]+): \\.laguna/logs/laguna\\.log.*", "$1");
        assertLogged("\"service\":\"broken\"", "\"requestId\":\"" + id + "\"", "broken on purpose");
    }

    private static void assertLogged(String... parts) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        Files.readString(edge.callLog()).lines())
                .anySatisfy(line -> assertThat(line).contains(parts)));
    }

    private static HttpMount mount(String name, Predicate<HttpTarget> claim, HttpHandler handler) {
        return new HttpMount(name, claim, Visitors.NONE, DocumentPolicy.OWN, handler);
    }

    private static void echo(Exchange exchange) throws Exception {
        String text = exchange.head().method() + " " + exchange.head().rawPath() + "?"
                + exchange.head().rawQuery() + " "
                + new String(exchange.whole().body(), StandardCharsets.UTF_8);
        exchange.answer(new WireResponse(201, Map.of(), text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void stream(Exchange exchange) throws IOException {
        try (OutputStream events = exchange.answer(200, Map.of("Content-Type", List.of("text/event-stream")))) {
            events.write("data: 1\n\n".getBytes(StandardCharsets.UTF_8));
            events.flush();
            events.write("data: 2\n\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void fail(Exchange exchange) {
        throw new NoClassDefFoundError("broken on purpose, " + exchange.requestId());
    }

    private static String send(String line, String host, String headers, String body) {
        return edge.raw()
                .exchange(line + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n" + headers + "\r\n" + body);
    }
}
