package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.s3.S3Client;

/** Tests of Laguna's end by a kill while a query of Athena runs. */
@Tag("slow")
class KilledQueriesSystemTest {
    @TempDir
    private Path folder;

    @Test
    void aRunningQueryIsFailedWithThatReasonAFinishedOneHasItsResultAndNoEngineIsLeft() throws InterruptedException {
        try (KilledLake lake = new KilledLake(folder)) {
            lake.start();
            String finished;
            String interrupted;
            try (AthenaSide athena = athena(lake);
                    S3Client s3 = lake.clients().s3()) {
                s3.createBucket(create -> create.bucket(AthenaSide.RESULTS));
                finished = athena.run("SELECT 7 n").queryExecutionId();
                interrupted = athena.start(TrinoProcess.LONG_QUERY);
                athena.awaitState(interrupted, QueryExecutionState.RUNNING);
            }
            ProcessHandle trino = TrinoProcess.below(lake.process()).orElseThrow();

            lake.kill();

            await().atMost(Duration.ofSeconds(60)).until(() -> !trino.isAlive());
            lake.start();
            try (AthenaSide athena = athena(lake)) {
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
    }

    private static AthenaSide athena(KilledLake lake) {
        return new AthenaSide(lake.clients(), "default");
    }
}
