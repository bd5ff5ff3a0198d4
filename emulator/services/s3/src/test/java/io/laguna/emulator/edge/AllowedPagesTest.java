package io.laguna.emulator.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.edge.guard.GuardSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the guard's settings: {@code LAGUNA_ENDPOINT_HOSTS} and {@code LAGUNA_ORIGINS}. */
class AllowedPagesTest {
    private static final String SHOP = "Origin: http://localhost:3000\r\nSec-Fetch-Site: cross-site\r\n";

    @TempDir
    private static Path folder;

    private static TestEdge edge;

    @BeforeAll
    static void start() throws Exception {
        edge = TestEdge.start(
                folder,
                options -> options.withGuard(
                        GuardSettings.of(List.of("laguna", "lake.example"), List.of("http://localhost:3000"))),
                List.of(TestEdge.databases()));
        Files.createDirectories(edge.buckets().resolve("raw"));
        Files.writeString(edge.buckets().resolve("raw/data.csv"), "1,2");
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    @Test
    void aNameThatSomebodyAllowedIsTaken() {
        assertThat(get("/raw/data.csv", "laguna:4566", ""))
                .startsWith("HTTP/1.1 200")
                .endsWith("1,2");
        assertThat(get("/raw/data.csv", "lake.example", "")).startsWith("HTTP/1.1 200");
        assertThat(get("/raw/data.csv", "raw.lake.example", "")).startsWith("HTTP/1.1 403");
    }

    @Test
    void aPageOfAnAllowedOriginReadsItsAnswers() {
        assertThat(get("/raw/data.csv", "127.0.0.1:4566", SHOP))
                .startsWith("HTTP/1.1 200")
                .contains("Access-Control-Allow-Origin: http://localhost:3000")
                .contains("Access-Control-Expose-Headers: *")
                .contains("Vary: Origin");
        assertThat(get("/raw/none.csv", "127.0.0.1:4566", SHOP))
                .startsWith("HTTP/1.1 404")
                .contains("Access-Control-Allow-Origin: http://localhost:3000");
        assertThat(edge.raw()
                        .exchange("POST / HTTP/1.1\r\nHost: 127.0.0.1:4566\r\nConnection: close\r\n" + SHOP
                                + "Content-Type: application/x-amz-json-1.1\r\nX-Amz-Target: AWSGlue.GetDatabases\r\n"
                                + "Content-Length: 2\r\n\r\n{}"))
                .startsWith("HTTP/1.1 200")
                .contains("Access-Control-Allow-Origin: http://localhost:3000")
                .contains("covid");
    }

    @Test
    void itsBrowserIsToldBeforehand() {
        assertThat(edge.raw()
                        .exchange("OPTIONS / HTTP/1.1\r\nHost: 127.0.0.1:4566\r\nConnection: close\r\n" + SHOP
                                + "Access-Control-Request-Method: POST\r\n"
                                + "Access-Control-Request-Headers: authorization,x-amz-target\r\n"
                                + "Access-Control-Request-Private-Network: true\r\n\r\n"))
                .startsWith("HTTP/1.1 204")
                .contains("Access-Control-Allow-Origin: http://localhost:3000")
                .contains("Access-Control-Allow-Methods: POST")
                .contains("Access-Control-Allow-Headers: authorization,x-amz-target")
                .contains("Access-Control-Allow-Private-Network: true");
    }

    @Test
    void anotherOriginIsStillRefused() {
        assertThat(get("/raw/data.csv", "127.0.0.1:4566", "Origin: http://localhost:3001\r\n"))
                .startsWith("HTTP/1.1 403")
                .doesNotContain("Access-Control");
        assertThat(get("/raw/data.csv", "127.0.0.1:4566", "")).doesNotContain("Access-Control");
    }

    private static String get(String path, String host, String headers) {
        return edge.raw()
                .exchange(
                        "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n" + headers + "\r\n");
    }
}
