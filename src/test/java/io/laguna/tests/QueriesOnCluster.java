package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.Datum;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.QueryExecutionStatus;
import software.amazon.awssdk.services.s3.S3Client;

/** Queries of Athena's on the Docker cluster. */
final class QueriesOnCluster implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Set<QueryExecutionState> AT_WORK =
            Set.of(QueryExecutionState.QUEUED, QueryExecutionState.RUNNING);
    private static final String RESULTS = "results";

    private final AthenaClient athena;

    private QueriesOnCluster(AthenaClient athena) {
        this.athena = athena;
    }

    static QueriesOnCluster of(ComposeCluster docker) {
        try (S3Client s3 = docker.s3()) {
            s3.createBucket(create -> create.bucket(RESULTS));
        }
        return new QueriesOnCluster(docker.client(AthenaClient.builder()));
    }

    String start(String sql) {
        return athena.startQueryExecution(start -> start.queryString(sql)
                        .resultConfiguration(result -> result.outputLocation("s3://" + RESULTS + "/")))
                .queryExecutionId();
    }

    /** Waits for a query that has to succeed, and returns its rows without the row of the columns' names. */
    List<List<String>> rows(String query) {
        await().atMost(PATIENCE).until(() -> !isAtWork(query));
        assertThat(status(query).state()).as(status(query).toString()).isEqualTo(QueryExecutionState.SUCCEEDED);
        return athena.getQueryResults(get -> get.queryExecutionId(query)).resultSet().rows().stream()
                .skip(1)
                .map(row -> row.data().stream().map(Datum::varCharValue).toList())
                .toList();
    }

    boolean isAtWork(String query) {
        return AT_WORK.contains(status(query).state());
    }

    private QueryExecutionStatus status(String query) {
        return athena.getQueryExecution(get -> get.queryExecutionId(query))
                .queryExecution()
                .status();
    }

    @Override
    public void close() {
        athena.close();
    }
}
