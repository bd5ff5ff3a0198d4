package io.laguna.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import software.amazon.awssdk.services.glue.GlueClient;

/**
 * The rates at which a server answers for a table of 50 columns: in its first seconds, in which a JVM still compiles what
 * it runs, and after half a minute.
 */
record CatalogRates(String server, GlueClient glue, String database, String table) {
    static final int COLUMNS = 50;

    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration MEASURED = Duration.ofSeconds(10);

    void print() throws InterruptedException, ExecutionException {
        print(1, "first seconds", Duration.ZERO);
        for (int clients : List.of(1, 8)) {
            print(clients, "warm", WARM_UP);
        }
    }

    private void print(int clients, String phase, Duration warmUp) throws InterruptedException, ExecutionException {
        EndpointBenchmark.print(
                server + ": GetTable of " + COLUMNS + " columns, clients: " + clients + ", " + phase,
                "%s",
                new Requests(clients, warmUp, MEASURED)
                        .of(() ->
                                glue.getTable(get -> get.databaseName(database).name(table))));
    }
}
