package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.laguna.emulator.lake.LakeClients;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.Datum;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.Row;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionRequest;

/** A client of Athena as its users call it: start, poll, read. */
final class AthenaSide implements AutoCloseable {
    static final String RESULTS = "results";
    static final String OUTPUT = "s3://" + RESULTS + "/";

    private static final Set<QueryExecutionState> ENDED =
            Set.of(QueryExecutionState.SUCCEEDED, QueryExecutionState.FAILED, QueryExecutionState.CANCELLED);

    private final AthenaClient client;
    private final String database;

    /**
     * Creates a client.
     *
     * @param database of names that give none
     */
    AthenaSide(LakeClients clients, String database) {
        this.client = clients.client(AthenaClient.builder());
        this.database = database;
    }

    AthenaClient client() {
        return client;
    }

    String start(String sql, String... parameters) {
        return client.startQueryExecution(request(sql, parameters).build()).queryExecutionId();
    }

    StartQueryExecutionRequest.Builder request(String sql, String... parameters) {
        StartQueryExecutionRequest.Builder request = StartQueryExecutionRequest.builder()
                .queryString(sql)
                .queryExecutionContext(context -> context.database(database))
                .resultConfiguration(result -> result.outputLocation(OUTPUT));
        return parameters.length == 0 ? request : request.executionParameters(parameters);
    }

    QueryExecution get(String id) {
        return client.getQueryExecution(request -> request.queryExecutionId(id)).queryExecution();
    }

    /** Waits for the end of a query, whatever it is, and returns the query. */
    QueryExecution ended(String id) {
        return await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> get(id), query -> ENDED.contains(query.status().state()));
    }

    void awaitState(String id, QueryExecutionState state) {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(get(id).status().state()).isEqualTo(state));
    }

    /** Runs a statement, which has to succeed. */
    QueryExecution run(String sql, String... parameters) {
        return succeeded(start(sql, parameters));
    }

    QueryExecution succeeded(String id) {
        QueryExecution query = ended(id);
        assertThat(query.status().state())
                .as("%s: %s", query.query(), query.status().stateChangeReason())
                .isEqualTo(QueryExecutionState.SUCCEEDED);
        return query;
    }

    /** Returns the rows of a query, without the line of names. */
    List<List<Optional<String>>> rows(String sql, String... parameters) {
        List<List<Optional<String>>> all = allRows(run(sql, parameters).queryExecutionId());
        return all.subList(1, all.size());
    }

    /** Returns the only value of a query's only row. */
    String value(String sql) {
        List<List<Optional<String>>> rows = rows(sql);
        assertThat(rows).as(sql).hasSize(1);
        return rows.get(0).get(0).orElseThrow();
    }

    /** Returns every row of a result, page by page. */
    List<List<Optional<String>>> allRows(String id) {
        return client.getQueryResultsPaginator(request -> request.queryExecutionId(id)).stream()
                .flatMap(page -> page.resultSet().rows().stream())
                .map(AthenaSide::values)
                .toList();
    }

    /** Returns the values of a row; empty for null. */
    static List<Optional<String>> values(Row row) {
        return row.data().stream()
                .map(Datum::varCharValue)
                .map(Optional::ofNullable)
                .toList();
    }

    @Override
    public void close() {
        client.close();
    }
}
