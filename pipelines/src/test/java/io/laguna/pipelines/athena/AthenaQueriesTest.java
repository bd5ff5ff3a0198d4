package io.laguna.pipelines.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.laguna.pipelines.follow.StopSignal;
import io.laguna.pipelines.profile.Profile;
import io.laguna.pipelines.profile.TestProfile;
import io.laguna.pipelines.profile.Via;
import io.laguna.pipelines.run.StepNotes;
import io.laguna.pipelines.step.Answer;
import io.laguna.pipelines.step.Query;
import io.laguna.pipelines.step.StepFailedException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;

class AthenaQueriesTest {
    private static final Query QUERY = new Query("totals", "trusted -> Athena", "trusted", "SELECT 1");
    private static final String STARTED = "StartQueryExecution primary AwsDataCatalog.trusted SELECT 1";

    private final SmallAthena athena = new SmallAthena();
    private final StepNotes notes = new StepNotes();
    private final StopSignal stop = new StopSignal();

    @Test
    void aQueryIsFollowedToItsResult() {
        Answer answer = run();

        assertThat(answer)
                .isEqualTo(new Answer(
                        QUERY, "s3://my-company-lake-refined/covid/athena/query-0.csv", 4096, Duration.ofMillis(1500)));
        assertThat(athena.calls).containsExactly(STARTED);
        assertThat(notes.notes()).containsExactly("totals RUNNING", "totals answered");
    }

    @Test
    void aWorkgroupMayHaveItsOwnPlaceForResults() {
        athena.enforced = Optional.of("s3://theirs/");

        assertThat(run().location()).isEqualTo("s3://theirs/query-0.csv");
    }

    @Test
    void aFailedQueryIsToldWithAthenasReason() {
        athena.end = status -> status.state(QueryExecutionState.FAILED)
                .stateChangeReason("TABLE_NOT_FOUND: line 1:15: Table 'trusted.cases' does not exist");

        assertThatExceptionOfType(StepFailedException.class)
                .isThrownBy(this::run)
                .withMessage(
                        "The query totals (trusted -> Athena) failed: Athena says FAILED: TABLE_NOT_FOUND: line 1:15:"
                                + " Table 'trusted.cases' does not exist\nIts log: query execution query-0 of the workgroup"
                                + " primary");
        assertThat(athena.calls).containsExactly(STARTED);
    }

    @Test
    void aCancelledQueryIsNoSuccess() {
        athena.end = status -> status.state(QueryExecutionState.CANCELLED);

        assertThatExceptionOfType(StepFailedException.class)
                .isThrownBy(this::run)
                .withMessageContaining("Athena says CANCELLED\n");
    }

    @Test
    void aQueryThatNeverEndsIsGivenUpAtTheDeadlineAndStopped() {
        athena.end = status -> status.state(QueryExecutionState.RUNNING);

        assertThatExceptionOfType(StepFailedException.class)
                .isThrownBy(() -> run(TestProfile.of(Via.EMR, Duration.ofMillis(200))))
                .withMessageContaining("totals (trusted -> Athena) failed: The query took longer than");
        assertThat(athena.calls).containsExactly(STARTED, "StopQueryExecution query-0");
    }

    @Test
    void stoppedTheRunStopsItsQuery() {
        athena.end = status -> status.state(QueryExecutionState.RUNNING);
        AthenaQueries queries = new AthenaQueries(
                athena,
                TestProfile.of(Via.EMR).queries(),
                TestProfile.of(Via.EMR).patience(),
                notes,
                stop);
        // Ctrl-C stops the run like this: from another thread, in the middle of following the query.
        athena.beforeLook = () -> {
            stop.give();
            CompletableFuture.runAsync(queries::close).join();
        };

        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> queries.run(QUERY));

        queries.close();
        assertThat(athena.calls).containsExactly(STARTED, "StopQueryExecution query-0");
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> queries.run(QUERY));
    }

    @Test
    void aLongOutageEndsTheRunAndItsQuery() {
        athena.beforeLook = () -> {
            throw SdkClientException.create("Unable to execute HTTP request");
        };

        assertThatExceptionOfType(SdkClientException.class).isThrownBy(this::run);
        assertThat(athena.calls).containsExactly(STARTED, "StopQueryExecution query-0");
    }

    private Answer run() {
        return run(TestProfile.of(Via.EMR));
    }

    private Answer run(Profile profile) {
        try (AthenaQueries queries = new AthenaQueries(athena, profile.queries(), profile.patience(), notes, stop)) {
            return queries.run(QUERY);
        }
    }
}
