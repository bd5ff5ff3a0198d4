package io.laguna.emulator.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.edge.Edge;
import io.laguna.emulator.edge.EdgeConfiguration;
import io.laguna.emulator.edge.mount.OperationIndex;
import io.laguna.emulator.edge.mount.ServiceMount;
import io.laguna.wire.Rooms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.GetDatabasesRequest;
import software.amazon.awssdk.services.glue.model.GetDatabasesResponse;

class LagunaLogTest {
    private static final Logger OWN = LoggerFactory.getLogger("io.laguna.emulator.emr.cluster.ClusterRun");

    @TempDir
    private Path folder;

    @AfterEach
    void beSilent() {
        Thread.setDefaultUncaughtExceptionHandler(null);
        LagunaLog.silence();
    }

    @Test
    void aFailureOfLagunaHasItsStackAndCauseUnderTheIdThatTheAnswerNames() throws Exception {
        LagunaLog.to(log());
        Files.createDirectories(folder.resolve("zones"));
        ServiceMount glue = ServiceMount.perCaller(
                OperationIndex.of(GlueClient.class, "glue"),
                CompletableFuture.completedFuture(caller -> Rooms.of(GlueClient.class, List.of(new Broken()))));
        String answer;
        try (Edge edge = new Edge(
                EdgeConfiguration.local(folder.resolve("state")).withAddress("127.0.0.1", 0),
                List.of(glue),
                List.of())) {
            edge.start();
            answer = getDatabases(URI.create(edge.address()));
        }

        assertThat(answer).startsWith("500 ").doesNotContain("on purpose").contains("laguna.log");
        String id = answer.replaceAll("(?s).*failed on request ([0-9a-f-]+):.*", "$1");
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(text())
                .containsPattern(" ERROR \\[edge-\\d+] Calls: Request " + id + ", glue:GetDatabases, failed in Laguna\n"
                        + "    java.lang.IllegalStateException: broken on purpose\n")
                .contains("at io.laguna.emulator.cli.log.LagunaLogTest$Broken.getDatabases(LagunaLogTest.java")
                .contains("    Caused by: java.io.IOException: the cause, on purpose\n"));
    }

    @Test
    void ownLinesAreThereAndThoseOfLibrariesOnlyWhenTheyWarn() {
        LagunaLog.to(log());

        OWN.info("Cluster {} begins", "j-1");
        OWN.debug("a detail");
        for (String library : List.of("software.amazon.awssdk.request", "org.eclipse.jetty.server.Server")) {
            LoggerFactory.getLogger(library).info("chatter");
            LoggerFactory.getLogger(library).warn("a warning of {}", library);
        }

        assertThat(text().lines().map(line -> line.replaceFirst("^\\S+ ", "")))
                .containsExactly(
                        "INFO [main] ClusterRun: Cluster j-1 begins",
                        "WARN [main] request: a warning of software.amazon.awssdk.request",
                        "WARN [main] Server: a warning of org.eclipse.jetty.server.Server");
    }

    @Test
    void aLargeLogIsSetAsideAndNoLineIsLost() throws IOException {
        LagunaLog.to(log(), 300);

        for (int line = 1; line <= 5; line++) {
            OWN.info("line {} {}", line, "x".repeat(60));
        }

        String aside = Files.readString(log().resolveSibling("laguna.log.1"));
        assertThat(aside).contains("line 1").contains("line 3").doesNotContain("line 4");
        assertThat(text()).contains("line 4").contains("line 5");
    }

    @Test
    void whatAThreadDiesOfIsThere() throws InterruptedException {
        LagunaLog.to(log());

        Thread thread = new Thread(
                () -> {
                    throw new IllegalStateException("nobody waits for it");
                },
                "sweeper");
        thread.start();
        thread.join();

        assertThat(text()).contains("The thread sweeper has ended", "IllegalStateException: nobody waits for it");
    }

    @Test
    void noMessageCanPassForALineOfItsOwn() {
        LagunaLog.to(log());

        OWN.warn("There is no table {}", "a\n2026-01-01T00:00:00Z ERROR [main] Forged: line");

        assertThat(text().lines()).hasSize(2).element(1).asString().startsWith("    2026-01-01");
    }

    private Path log() {
        return folder.resolve("logs/laguna.log");
    }

    private String text() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String getDatabases(URI endpoint) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("X-Amz-Target", "AWSGlue.GetDatabases")
                .header("Content-Type", "application/x-amz-json-1.1")
                .POST(BodyPublishers.ofString("{}"))
                .build();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }

    /** A catalog that fails where nobody has foreseen it. */
    private static final class Broken implements GlueClient {
        @Override
        public GetDatabasesResponse getDatabases(GetDatabasesRequest request) {
            throw new IllegalStateException("broken on purpose", new IOException("the cause, on purpose"));
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {
            // There is nothing to close.
        }
    }
}
