package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;

/** Tests of a kill of Athena's engine while it works. */
@Tag("slow")
@ExtendWith(SharedLake.class)
class KilledTrinoSystemTest {
    @Test
    void theQueryFailsWithThatReasonAndTheNextOneSucceeds(AthenaSide athena) {
        try (athena) {
            String query = athena.start(TrinoProcess.LONG_QUERY);
            athena.awaitState(query, QueryExecutionState.RUNNING);
            // An engine that answers another query has begun with the one before.
            assertThat(athena.value("SELECT 1")).isEqualTo("1");
            ProcessHandle trino = TrinoProcess.below(ProcessHandle.current()).orElseThrow();

            trino.destroyForcibly();

            QueryExecution failed = athena.ended(query);
            assertThat(failed.status().state()).isEqualTo(QueryExecutionState.FAILED);
            assertThat(failed.status().stateChangeReason())
                    .contains("The query engine (Trino) ended while the query ran", "./laguna logs trino");
            assertThat(failed.status().athenaError()).satisfies(error -> {
                assertThat(error.errorCategory()).isOne();
                assertThat(error.retryable()).isTrue();
            });
            assertThat(athena.value("SELECT 1")).isEqualTo("1");
            assertThat(trino.isAlive()).isFalse();
        }
    }
}
