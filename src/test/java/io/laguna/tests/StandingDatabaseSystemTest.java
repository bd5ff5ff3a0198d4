package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.glue.GlueClient;

/** A lake whose PostgreSQL stands still for a while. */
class StandingDatabaseSystemTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void callsSayThatPostgreSqlDoesNotAnswerAndWorkAgainWhenItDoes() throws IOException, InterruptedException {
        try (SystemLake lake = SystemLake.start(folder);
                EmrClient emr = lake.client(EmrClient.builder()
                        .overrideConfiguration(once -> once.retryStrategy(retry -> retry.maxAttempts(1))));
                GlueClient glue = lake.client(GlueClient.builder()
                        .overrideConfiguration(once -> once.retryStrategy(retry -> retry.maxAttempts(1))))) {
            glue.createDatabase(request -> request.databaseInput(input -> input.name("before")));
            signal("STOP");
            try {
                assertUnavailable(emr::listClusters);
                assertUnavailable(() -> glue.getTables(request -> request.databaseName("before")));
            } finally {
                signal("CONT");
            }

            Awaitility.await()
                    .atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(AwsServiceException.class)
                    .untilAsserted(
                            () -> assertThat(emr.listClusters().clusters()).isEmpty());
            assertThat(glue.getTables(request -> request.databaseName("before")).tableList())
                    .isEmpty();
        }
    }

    private static void assertUnavailable(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(AwsServiceException.class, failure -> {
            assertThat(failure.statusCode()).isEqualTo(503);
            assertThat(failure.getMessage()).contains("PostgreSQL does not answer", "./laguna logs postgresql");
        });
    }

    /** Sends a signal to the server and to all its processes, which are in groups of their own. */
    private void signal(String name) throws IOException, InterruptedException {
        String leader = Files.readAllLines(folder.resolve(".laguna/run/postgresql.process"))
                .get(0);
        ProcessHandle server = ProcessHandle.of(Long.parseLong(leader)).orElseThrow();
        List<String> processes = Stream.concat(Stream.of(server), server.descendants())
                .map(process -> Long.toString(process.pid()))
                .toList();
        Process kill = new ProcessBuilder("bash", "-c", "kill -" + name + " " + String.join(" ", processes))
                .inheritIO()
                .start();
        assertThat(kill.waitFor()).isZero();
    }
}
