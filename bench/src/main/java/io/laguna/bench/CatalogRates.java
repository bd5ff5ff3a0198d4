package io.laguna.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import software.amazon.awssdk.services.glue.GlueClient;

/**
 * The rates at which servers answer for a table of 50 columns: in their first seconds, in which a JVM still compiles what
 * it runs, and after half a minute.
 *
 * @param clients by the name of the server
 */
record CatalogRates(Map<String, GlueClient> clients, String database, String table, Figures figures) {
    static final int COLUMNS = 50;

    private static final Duration WARM_UP = Duration.ofSeconds(25);
    private static final Duration MEASURED = Duration.ofSeconds(8);

    void measure() throws InterruptedException, ExecutionException {
        measure(1, "first seconds", Duration.ZERO);
        measure(1, "warm", WARM_UP);
        measure(8, "warm", MEASURED);
    }

    private void measure(int atOnce, String phase, Duration warmUp) throws InterruptedException, ExecutionException {
        Map<String, Double> rates = new LinkedHashMap<>();
        for (Map.Entry<String, GlueClient> server : clients.entrySet()) {
            Requests.Result result = new Requests(atOnce, warmUp, MEASURED).of(() -> server.getValue()
                    .getTable(get -> get.databaseName(database).name(table)));
            rates.put(server.getKey(), result.perSecond());
            figures.progress(server.getKey() + ": " + result);
        }
        String who = atOnce == 1 ? "1 client" : atOnce + " clients";
        figures.add("`GetTable` of " + COLUMNS + " columns, " + who + ", " + phase, "%,.0f per second", rates);
    }
}
