package io.laguna.bench;

import io.laguna.emulator.lake.LakeClients;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.QueryExecutionStatistics;
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
     * A query and the seconds that its client waited.
     *
     * @param submitted for StartQueryExecution
     * @param ended from then until it was seen to have ended
     * @param read for the first page of the result
     */
    record Timed(double submitted, double ended, double read, QueryExecutionStatistics statistics) {
        double seconds() {
            return submitted + ended + read;
        }
    }

    /**
     * Returns the seconds from StartQueryExecution until the first page of the result is there.
     *
     * @param pollMillis between two looks at it
     */
    double seconds(String sql, long pollMillis) throws InterruptedException {
        return run(sql, pollMillis).seconds();
    }

    /** Runs a query as {@link #seconds} does. */
    Timed run(String sql, long pollMillis) throws InterruptedException {
        long begun = System.nanoTime();
        String id = athena.startQueryExecution(start -> start.queryString(sql)
                        .resultConfiguration(result -> result.outputLocation("s3://" + BUCKET + "/")))
                .queryExecutionId();
        double submitted = AthenaBenchmark.since(begun);
        QueryExecution query = get(id);
        while (query.status().state() == QueryExecutionState.QUEUED
                || query.status().state() == QueryExecutionState.RUNNING) {
            TimeUnit.MILLISECONDS.sleep(pollMillis);
            query = get(id);
        }
        if (query.status().state() != QueryExecutionState.SUCCEEDED) {
            throw new IllegalStateException(query.status().stateChangeReason());
        }
        double ended = AthenaBenchmark.since(begun);
        if (athena.getQueryResults(results -> results.queryExecutionId(id))
                .resultSet()
                .rows()
                .isEmpty()) {
            throw new IllegalStateException("No rows of " + sql);
        }
        return new Timed(submitted, ended - submitted, AthenaBenchmark.since(begun) - ended, query.statistics());
    }

    private QueryExecution get(String id) {
        return athena.getQueryExecution(get -> get.queryExecutionId(id)).queryExecution();
    }

    @Override
    public void close() {
        athena.close();
    }
}
