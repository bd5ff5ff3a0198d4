package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.engines.process.Workspace;
import io.laguna.engines.server.PostgreSql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.glue.GlueClient;

/** Tests of a lake whose PostgreSQL is killed, and started again at the same address. */
@Tag("slow")
class KilledDatabaseSystemTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void callsSayThatPostgreSqlDoesNotAnswerAndWorkAgainWhenItDoes() throws IOException {
        try (SystemLake lake = SystemLake.start(folder);
                EmrClient emr = lake.client(EmrClient.builder()
                        .overrideConfiguration(once -> once.retryStrategy(retry -> retry.maxAttempts(1))));
                GlueClient glue = lake.client(GlueClient.builder()
                        .overrideConfiguration(once -> once.retryStrategy(retry -> retry.maxAttempts(1))))) {
            glue.createDatabase(request -> request.databaseInput(input -> input.name("before")));
            String address = lake.addresses().postgresql();
            kill();

            assertUnavailable(emr::listClusters);
            assertUnavailable(() -> glue.getTables(request -> request.databaseName("before")));
            assertUnavailable(() -> glue.createDatabase(request -> request.databaseInput(input -> input.name("no"))));

            int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
            try (PostgreSql again = new PostgreSql(Workspace.of(LagunaCommand.home(), folder), port)) {
                again.start();
                Awaitility.await()
                        .atMost(PATIENCE)
                        .ignoreExceptionsInstanceOf(AwsServiceException.class)
                        .untilAsserted(() -> {
                            assertThat(emr.listClusters().clusters()).isEmpty();
                            assertThat(glue.getTables(request -> request.databaseName("before"))
                                            .tableList())
                                    .isEmpty();
                        });
            }
        }
    }

    private static void assertUnavailable(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(AwsServiceException.class, failure -> {
            assertThat(failure.statusCode()).isEqualTo(503);
            assertThat(failure.getMessage()).contains("PostgreSQL does not answer", "./laguna logs postgresql");
        });
    }

    /** Kills the server and all its processes, which are in groups of their own. */
    private void kill() throws IOException {
        String leader = Files.readAllLines(folder.resolve(".laguna/run/postgresql.process"))
                .get(0);
        ProcessHandle server = ProcessHandle.of(Long.parseLong(leader)).orElseThrow();
        List<ProcessHandle> processes =
                Stream.concat(server.descendants(), Stream.of(server)).toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        Awaitility.await().atMost(PATIENCE).until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
    }
}
