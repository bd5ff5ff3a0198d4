package io.laguna.emulator.athena.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The statements that an engine runs before anybody's query comes, so that it has loaded and compiled what queries need.
 * They are no queries of Athena's, and nobody sees their tables: these are in the engine's own catalog and folder, which
 * it makes anew at every start. The lake's metastore and S3 are only asked for what is not there.
 */
public final class Exercise {
    /** More rounds take more of the machine than they save. */
    private static final int ROUNDS = 15;

    private static final Session SESSION = new Session("unload", "warm_up", Map.of(), Map.of());
    private static final QueryControl ON = statistics -> true;

    private static final List<String> FIRST = List.of(
            "CREATE SCHEMA IF NOT EXISTS warm_up",
            "CREATE TABLE IF NOT EXISTS orders WITH (format = 'PARQUET', partitioned_by = ARRAY['orderpriority']) AS"
                    + " SELECT orderkey, custkey, totalprice, orderdate, clerk, orderpriority FROM tpch.tiny.orders",
            "CREATE TABLE IF NOT EXISTS nothing (name varchar)"
                    + " WITH (format = 'PARQUET', external_location = 's3://warehouse/laguna-warm-up/')");

    private static final List<String> ROUND = List.of(
            "SELECT 1",
            "SELECT count(*) FROM orders",
            "SELECT orderpriority, count(*) c, count(clerk) d FROM orders GROUP BY orderpriority ORDER BY c DESC",
            "SELECT orderkey, clerk, totalprice FROM orders WHERE orderdate > date '1996-01-01' LIMIT 10",
            "SELECT name FROM nothing",
            "SELECT count(*) FROM awsdatacatalog.information_schema.columns"
                    + " WHERE table_schema = 'default' AND table_name = 'laguna_warm_up'");

    private static final List<String> LAST =
            List.of("DROP TABLE IF EXISTS nothing", "DROP TABLE IF EXISTS orders", "DROP SCHEMA IF EXISTS warm_up");

    private final TrinoQueries engine;

    public Exercise(TrinoQueries engine) {
        this.engine = engine;
    }

    /**
     * Runs all statements; starts the engine if it does not run.
     *
     * @param pause is run before each statement, and may wait or throw
     * @throws QueryFailure when one fails
     */
    public void run(Runnable pause) {
        Stream<String> rounds = IntStream.range(0, ROUNDS).boxed().flatMap(round -> ROUND.stream());
        Stream.of(FIRST.stream(), rounds, LAST.stream())
                .flatMap(statements -> statements)
                .forEach(sql -> {
                    pause.run();
                    run(sql);
                });
    }

    private void run(String sql) {
        try {
            engine.run(sql, SESSION, RowSink.NOBODY, ON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
