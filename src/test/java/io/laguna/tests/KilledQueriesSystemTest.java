package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.laguna.emulator.LakeAddresses;
import io.laguna.emulator.LakeClients;
import io.laguna.tests.LagunaCommand.Running;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.s3.S3Client;

/** Laguna is killed while a query of Athena runs. */
@Tag("slow")
class KilledQueriesSystemTest {
    @TempDir
    private Path folder;

    private Optional<Running> running = Optional.empty();

    @Test
    void aRunningQueryIsFailedWithThatReasonAFinishedOneHasItsResultAndNoEngineIsLeft() throws InterruptedException {
        Running laguna = start();
        String finished;
        String interrupted;
        try (AthenaSide athena = athena();
                S3Client s3 = clients().s3()) {
            s3.createBucket(create -> create.bucket(AthenaSide.RESULTS));
            finished = athena.run("SELECT 7 n").queryExecutionId();
            interrupted = athena.start(TrinoProcess.LONG_QUERY);
            athena.awaitState(interrupted, QueryExecutionState.RUNNING);
        }
        ProcessHandle trino = TrinoProcess.below(laguna.process().toHandle()).orElseThrow();

        laguna.process().destroyForcibly().waitFor();

        await().atMost(Duration.ofSeconds(60)).until(() -> !trino.isAlive());
        start();
        try (AthenaSide athena = athena()) {
            QueryExecution failed = athena.get(interrupted);
            assertThat(failed.status().state()).isEqualTo(QueryExecutionState.FAILED);
            assertThat(failed.status().stateChangeReason()).isEqualTo("Laguna ended while the query ran");
            assertThat(failed.status().athenaError().retryable()).isTrue();
            assertThat(athena.get(finished).status().state()).isEqualTo(QueryExecutionState.SUCCEEDED);
            assertThat(athena.allRows(finished))
                    .isEqualTo(List.of(List.of(Optional.of("n")), List.of(Optional.of("7"))));
            assertThat(athena.value("SELECT 1")).isEqualTo("1");
        }
    }

    @AfterEach
    void stopTheLake() {
        running.ifPresent(laguna -> {
            laguna.process().destroy();
            laguna.await();
        });
    }

    private Running start() {
        Running laguna = new LagunaCommand(folder.resolve("lake")).up();
        running = Optional.of(laguna);
        return laguna;
    }

    private AthenaSide athena() {
        return new AthenaSide(clients(), "default");
    }

    private LakeClients clients() {
        Path state = folder.resolve("lake/.laguna");
        return LakeClients.of(LakeAddresses.of(state).orElseThrow().endpoint(), state);
    }
}
