package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.QueryExecutionStatus;
import software.amazon.awssdk.services.emr.EmrClient;

/**
 * Tests of a lake whose MariaDB and Trino cannot start: a file lies where a folder would be, a folder where a log would
 * be.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenEnginesSystemTest {
    private SystemLake lake;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Path state = Files.createDirectories(folder.resolve(".laguna"));
        Files.writeString(state.resolve("mariadb"), "no folder");
        Files.createDirectories(state.resolve("logs/trino.log"));
        lake = SystemLake.start(folder);
    }

    @AfterAll
    void stop() {
        lake.close();
    }

    @Test
    void servicesThatNeedNeitherWork() {
        lake.put("work", "a", "here");
        lake.glue().createDatabase(request -> request.databaseInput(input -> input.name("sound")));

        assertThat(lake.keys("work", "a")).containsExactly("a");
        assertThat(lake.glue()
                        .getTables(request -> request.databaseName("sound"))
                        .tableList())
                .isEmpty();
        try (EmrClient emr = lake.client(EmrClient.builder())) {
            assertThat(emr.listClusters().clusters()).isEmpty();
        }
    }

    @Test
    void aClientOfMySqlIsToldWhyThereIsNone() throws IOException, InterruptedException {
        URI mysql = URI.create(lake.addresses().mysql().substring("jdbc:".length()));
        try (Socket client = new Socket(mysql.getHost(), mysql.getPort())) {
            assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains(".laguna/mariadb");
        }
        assertThat(health()).containsPattern("\"mariadb\":\\{\"status\":\"failed\",\"reason\":\".*laguna/mariadb");
    }

    @Test
    void aQueryFailsWithTheReasonOfItsEngine() throws IOException, InterruptedException {
        try (AthenaClient athena = lake.client(AthenaClient.builder())) {
            String query = athena.startQueryExecution(request -> request.queryString("select 1")
                            .resultConfiguration(results -> results.outputLocation("s3://work/results/")))
                    .queryExecutionId();
            QueryExecutionStatus status = Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(
                            () -> athena.getQueryExecution(request -> request.queryExecutionId(query))
                                    .queryExecution()
                                    .status(),
                            each -> each.state() == QueryExecutionState.FAILED);

            assertThat(status.stateChangeReason()).contains("trino.log");
        }
        assertThat(health()).containsPattern("\"trino\":\\{\"status\":\"failed\",\"reason\":\".*trino.log");
    }

    private String health() throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(lake.endpoint() + "/_laguna/health"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
