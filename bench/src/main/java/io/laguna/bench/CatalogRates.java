package io.laguna.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import software.amazon.awssdk.services.glue.GlueClient;

/** The rates of a server's answers for a table of 50 columns. */
record CatalogRates(String server, GlueClient glue, String database, String table) {
    static final int COLUMNS = 50;

    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(10);

    void print() throws InterruptedException, ExecutionException {
        for (int clients : List.of(1, 8)) {
            EndpointBenchmark.print(
                    server + ": GetTable of " + COLUMNS + " columns, clients: " + clients,
                    "%s",
                    new Requests(clients, WARM_UP, MEASURED)
                            .of(() -> glue.getTable(
                                    get -> get.databaseName(database).name(table))));
        }
    }
}
