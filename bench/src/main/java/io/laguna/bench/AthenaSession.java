package io.laguna.bench;

import io.laguna.emulator.lake.LakeClients;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.s3.S3Client;

/** A session with Athena, called over HTTP as a client would. */
final class AthenaSession implements AutoCloseable {
    private static final String BUCKET = "bench-results";

    private final AthenaClient athena;

    AthenaSession(LakeClients clients) {
        try (S3Client s3 = clients.s3()) {
            s3.createBucket(create -> create.bucket(BUCKET));
        }
        this.athena = clients.client(AthenaClient.builder());
    }

    /**
     * Returns the seconds from StartQueryExecution until the first page of the result is there.
     *
     * @param pollMillis between two looks at it
     */
    double seconds(String sql, long pollMillis) throws InterruptedException {
        long begun = System.nanoTime();
        String id = athena.startQueryExecution(start -> start.queryString(sql)
                        .resultConfiguration(result -> result.outputLocation("s3://" + BUCKET + "/")))
                .queryExecutionId();
        QueryExecution query = get(id);
        while (query.status().state() == QueryExecutionState.QUEUED
                || query.status().state() == QueryExecutionState.RUNNING) {
            TimeUnit.MILLISECONDS.sleep(pollMillis);
            query = get(id);
        }
        if (query.status().state() != QueryExecutionState.SUCCEEDED) {
            throw new IllegalStateException(query.status().stateChangeReason());
        }
        if (athena.getQueryResults(results -> results.queryExecutionId(id))
                .resultSet()
                .rows()
                .isEmpty()) {
            throw new IllegalStateException("No rows of " + sql);
        }
        return AthenaBenchmark.since(begun);
    }

    private QueryExecution get(String id) {
        return athena.getQueryExecution(get -> get.queryExecutionId(id)).queryExecution();
    }

    @Override
    public void close() {
        athena.close();
    }
}
