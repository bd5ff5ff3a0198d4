package io.laguna.bench;

import io.laguna.bench.AthenaSession.Timed;
import io.laguna.engines.process.Tree;
import io.laguna.engines.process.Workspace;
import io.laguna.pipelines.step.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The benchmark of queries through Athena's API on the trusted table of generated cases, and of the same queries in
 * DuckDB over the same Parquet files.
 *
 * <p>The argument is the number of rows (default 6,400,000). The benchmark prints seconds and ratios, and where the time
 * of a query goes.
 */
public final class AthenaBenchmark {
    private static final int ROUNDS = 7;
    /** The number of rounds before the measured ones, until the engine has compiled the code of the queries. */
    private static final int ROUNDS_BEFORE = 20;

    private static final int CLIENTS = 8;
    private static final int QUERIES_EACH = 4;
    private static final long POLL_MILLIS = 10;
    /** The pause between two looks at one of many queries, as long as that of common tools. */
    private static final long POLL_MILLIS_OF_MANY = 100;

    private static final Question ONE = new Question("SELECT 1", "select 1", "select 1");
    private static final Question COUNT =
            new Question("count", "select count(*) from trusted.cases", "select count(*) from cases");
    private static final Question GROUPS = new Question(
            "group by",
            "select department_code, count(*) c, count(death_date) d from trusted.cases group by department_code order by c desc",
            "select department_code, count(*) c, count(death_date) d from cases group by department_code order by c desc");

    /**
     * A query in the words of both engines.
     *
     * @param athena in the lake
     * @param duckDb the same in DuckDB, over the same files
     */
    private record Question(String name, String athena, String duckDb) {}

    private AthenaBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        long rows = arguments.length == 0 ? 6_400_000L : Long.parseLong(arguments[0]);
        Path home = Path.of(System.getProperty("laguna.home"));
        Path folder = home.resolve("bench/target/athena");
        Files.createDirectories(folder);
        Path csv = CaseLake.cases(home.resolve("bench/target/covid"), rows);
        Path lakeFolder = Files.createTempDirectory(folder, "lake");
        Workspace workspace = Workspace.of(home, lakeFolder);
        try (CaseLake lake = new CaseLake(workspace)) {
            lake.ingest(csv);
            lake.run(cleanCases(lake, rows));
            System.out.printf(
                    Locale.ROOT,
                    "%,d rows in trusted.cases; seconds, the median of %d after %d%n",
                    rows,
                    ROUNDS,
                    ROUNDS_BEFORE);
            measure(lake, workspace.zones(), lakeFolder);
        }
        // After a failure the logs stay.
        Tree.delete(lakeFolder);
    }

    private static Step cleanCases(CaseLake lake, long rows) {
        return lake.steps(rows).waves().stream()
                .flatMap(List::stream)
                .filter(step -> step.name().equals("clean-cases"))
                .findFirst()
                .orElseThrow();
    }

    private static void measure(CaseLake lake, Path zones, Path folder)
            throws IOException, SQLException, InterruptedException {
        long begun = System.nanoTime();
        lake.startAthena();
        System.out.printf(Locale.ROOT, "  %-34s %6.2f%n", "cold start of the engine", since(begun));
        begun = System.nanoTime();
        lake.warmAthena();
        System.out.printf(Locale.ROOT, "  %-34s %6.2f%n", "its warm-up", since(begun));
        TrinoQueryStats engine = TrinoQueryStats.of(lake.endpoint());
        try (AthenaSession athena = new AthenaSession(lake.clients());
                DuckDb duckDb = DuckDb.over(zones.resolve("trusted/covid/cases"), folder)) {
            for (Question question : List.of(ONE, COUNT, GROUPS)) {
                double first = athena.seconds(question.athena(), POLL_MILLIS);
                double second = athena.seconds(question.athena(), POLL_MILLIS);
                for (int round = 0; round < ROUNDS_BEFORE; round++) {
                    athena.seconds(question.athena(), POLL_MILLIS);
                }
                List<Timed> queries = new ArrayList<>();
                double warm = median(() -> {
                    queries.add(athena.run(question.athena(), POLL_MILLIS));
                    return queries.get(queries.size() - 1).seconds();
                });
                double beside = median(() -> duckDb.seconds(question.duckDb()));
                System.out.printf(
                        Locale.ROOT,
                        "  %-34s %6.2f   first %.2f, second %.2f; DuckDB %.3f: ratio %.0f%n",
                        question.name(),
                        warm,
                        first,
                        second,
                        beside,
                        warm / beside);
                new AthenaBreakdown(queries, engine.last(question.athena(), ROUNDS)).print();
            }
            atOnce(athena);
        }
    }

    private static void atOnce(AthenaSession athena) throws InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<Double>> queries = new ArrayList<>();
            for (int query = 0; query < CLIENTS * QUERIES_EACH; query++) {
                queries.add(() -> athena.seconds(GROUPS.athena(), POLL_MILLIS_OF_MANY));
            }
            long begun = System.nanoTime();
            List<Double> seconds = new ArrayList<>();
            for (Future<Double> query : clients.invokeAll(queries)) {
                seconds.add(query.get());
            }
            double all = since(begun);
            seconds.sort(null);
            System.out.printf(
                    Locale.ROOT,
                    "  %-34s %6.2f   p50 of a query %.2f, longest %.2f; %.1f queries per second%n",
                    CLIENTS + " clients, " + queries.size() + " group bys",
                    all,
                    seconds.get(seconds.size() / 2),
                    seconds.get(seconds.size() - 1),
                    queries.size() / all);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A query failed", e.getCause());
        } finally {
            clients.shutdownNow();
        }
    }

    private interface Measured {
        double seconds() throws SQLException, InterruptedException;
    }

    private static double median(Measured measured) throws SQLException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            seconds.add(measured.seconds());
        }
        seconds.sort(null);
        return seconds.get(ROUNDS / 2);
    }

    static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
