package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.athena.Athena;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.QueryExecutionStatistics;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionRequest;
import software.amazon.awssdk.services.athena.model.StatementType;
import software.amazon.awssdk.services.athena.model.WorkGroupConfiguration;
import software.amazon.awssdk.services.athena.model.WorkGroupState;

/** Tests of how queries come, wait, run and end. */
@Tag("slow")
@ExtendWith(SharedLake.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AthenaQueriesSystemTest {
    /** A query that takes about a second. */
    private static final String SOME_WORK =
            "SELECT count(*) FROM tpch.tiny.orders o, tpch.tiny.customer c WHERE o.totalprice < c.acctbal";

    private final AthenaSide athena;

    AthenaQueriesSystemTest(AthenaSide athena) {
        this.athena = athena;
    }

    @AfterAll
    void closeClient() {
        athena.close();
    }

    @Test
    void aQuerySaysWhatItIsHowItEndedAndWhereItsTimeWent() {
        String id = athena.start("SELECT 1 n");
        assertThat(athena.get(id).query()).isEqualTo("SELECT 1 n");

        QueryExecution query = athena.succeeded(id);

        assertThat(query.statementType()).isEqualTo(StatementType.DML);
        assertThat(query.substatementType()).isEqualTo("SELECT");
        assertThat(query.workGroup()).isEqualTo("primary");
        assertThat(query.engineVersion().effectiveEngineVersion()).isEqualTo("Athena engine version 3");
        assertThat(query.queryExecutionContext().database()).isEqualTo("athenaqueriessystemtest");
        assertThat(query.resultConfiguration().outputLocation()).isEqualTo(AthenaSide.OUTPUT + id + ".csv");
        assertThat(query.status().completionDateTime())
                .isAfterOrEqualTo(query.status().submissionDateTime());
        QueryExecutionStatistics statistics = query.statistics();
        assertThat(statistics.totalExecutionTimeInMillis())
                .isGreaterThanOrEqualTo(statistics.engineExecutionTimeInMillis());
        assertThat(athena.client().listQueryExecutions().queryExecutionIds()).contains(id);
        assertThat(athena.client()
                        .batchGetQueryExecution(request -> request.queryExecutionIds(id, "none"))
                        .unprocessedQueryExecutionIds())
                .singleElement()
                .satisfies(unknown -> assertThat(unknown.queryExecutionId()).isEqualTo("none"));
    }

    @Test
    void aTokenIsOfOneQuery() {
        StartQueryExecutionRequest request = athena.request("SELECT 2")
                .clientRequestToken("a-token-of-thirty-two-characters!")
                .build();
        String id = athena.client().startQueryExecution(request).queryExecutionId();

        assertThat(athena.client().startQueryExecution(request).queryExecutionId())
                .isEqualTo(id);
        assertThatThrownBy(() -> athena.client()
                        .startQueryExecution(
                                request.toBuilder().queryString("SELECT 3").build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Idempotent parameters do not match");
        athena.succeeded(id);
    }

    @Test
    void aPreparedStatementThatCannotBeReadIsNotExecuted() {
        athena.client()
                .createPreparedStatement(request ->
                        request.statementName("unreadable").workGroup("primary").queryStatement("SELEC 1"));

        assertThatThrownBy(() -> athena.start("EXECUTE unreadable"))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.athenaErrorCode())
                        .isEqualTo("MALFORMED_QUERY"))
                .hasMessageContaining("line 1:1: mismatched input 'SELEC'");
    }

    @Test
    void aQueryIsStopped() {
        String id = athena.start(TrinoProcess.LONG_QUERY);
        athena.awaitState(id, QueryExecutionState.RUNNING);
        assertThatThrownBy(() -> athena.allRows(id))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Query has not yet finished. Current state: RUNNING");

        athena.client().stopQueryExecution(request -> request.queryExecutionId(id));

        assertThat(athena.ended(id).status().state()).isEqualTo(QueryExecutionState.CANCELLED);
        assertThatThrownBy(() -> athena.allRows(id))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Query did not finish successfully. Final query state: CANCELLED");
        athena.client().stopQueryExecution(request -> request.queryExecutionId(id));
    }

    @Test
    void aQueryThatFailsSaysWhoseFaultItIs() {
        QueryExecution query = athena.ended(athena.start("SELECT 1 / 0"));

        assertThat(query.status().state()).isEqualTo(QueryExecutionState.FAILED);
        assertThat(query.status().stateChangeReason()).isEqualTo("DIVISION_BY_ZERO: Division by zero");
        assertThat(query.status().athenaError()).satisfies(error -> {
            assertThat(error.errorCategory()).as("the user's").isEqualTo(2);
            assertThat(error.errorMessage()).isEqualTo(query.status().stateChangeReason());
            assertThat(error.retryable()).isFalse();
        });
    }

    @Test
    void asManyQueriesRunAtOnceAsMayAndTheOthersWait() {
        assertThat(athena.value("SELECT 1")).isEqualTo("1");
        List<String> ids = IntStream.range(0, Athena.CONCURRENT_QUERIES + 4)
                .mapToObj(i -> athena.start(SOME_WORK))
                .toList();
        List<QueryExecutionState> states =
                athena
                        .client()
                        .batchGetQueryExecution(request -> request.queryExecutionIds(ids))
                        .queryExecutions()
                        .stream()
                        .map(query -> query.status().state())
                        .toList();

        assertThat(states)
                .contains(QueryExecutionState.QUEUED)
                .filteredOn(QueryExecutionState.RUNNING::equals)
                .hasSizeLessThanOrEqualTo(Athena.CONCURRENT_QUERIES);
        List<QueryExecution> ended = ids.stream().map(athena::succeeded).toList();
        assertThat(ended.get(ids.size() - 1).statistics().queryQueueTimeInMillis())
                .isPositive();
    }

    @Test
    void aWorkgroupsPlaceWinsWhereItIsEnforcedAndADisabledOneTakesNothing() {
        String group = group(
                "enforced",
                WorkGroupConfiguration.builder()
                        .enforceWorkGroupConfiguration(true)
                        .resultConfiguration(result -> result.outputLocation(AthenaSide.OUTPUT + "enforced/")));
        StartQueryExecutionRequest request =
                athena.request("SELECT 4").workGroup(group).build();
        String id = athena.client().startQueryExecution(request).queryExecutionId();
        assertThat(athena.succeeded(id).resultConfiguration().outputLocation())
                .isEqualTo(AthenaSide.OUTPUT + "enforced/" + id + ".csv");

        athena.client().updateWorkGroup(update -> update.workGroup(group).state(WorkGroupState.DISABLED));

        assertThatThrownBy(() -> athena.client().startQueryExecution(request))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("WorkGroup enforced is disabled.");
    }

    @Test
    void aQueryThatReadsMoreThanItsWorkgroupAllowsIsCancelled() {
        athena.run("CREATE TABLE large WITH (format = 'TEXTFILE', write_compression = 'NONE') AS"
                + " SELECT * FROM tpch.sf1.customer");
        String group = group(
                "frugal",
                WorkGroupConfiguration.builder()
                        .enforceWorkGroupConfiguration(false)
                        .bytesScannedCutoffPerQuery(10_000_000L));

        QueryExecution query = athena.ended(athena.client()
                .startQueryExecution(athena.request("SELECT count(DISTINCT comment) FROM large")
                        .workGroup(group)
                        .build())
                .queryExecutionId());

        assertThat(query.status().state()).isEqualTo(QueryExecutionState.CANCELLED);
        assertThat(query.status().stateChangeReason()).contains("Bytes scanned limit was exceeded");
        assertThat(query.statistics().dataScannedInBytes()).isGreaterThan(10_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PARQUET", "ORC"})
    void onlyTheColumnsThatAQueryNamesAreScanned(String format) {
        String table = "columns_of_" + format.toLowerCase(Locale.ROOT);
        athena.run("CREATE TABLE " + table + " WITH (format = '" + format + "') AS SELECT * FROM tpch.tiny.orders");

        long all = scanned("SELECT * FROM " + table);

        assertThat(scanned("SELECT count(DISTINCT custkey) FROM " + table))
                .isPositive()
                .isLessThan(all / 2);
    }

    private long scanned(String sql) {
        return athena.run(sql).statistics().dataScannedInBytes();
    }

    private String group(String name, WorkGroupConfiguration.Builder configuration) {
        athena.client().createWorkGroup(request -> request.name(name).configuration(configuration.build()));
        return name;
    }
}
