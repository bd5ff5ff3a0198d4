package io.laguna.bench;

import io.laguna.engines.process.Workspace;
import io.laguna.pipelines.covid.CovidSteps;
import io.laguna.pipelines.step.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The benchmark of the COVID-19 pipeline at two sizes, and of the same cleaning and one mart in DuckDB on the same
 * files.
 *
 * <p>The arguments are the numbers of rows (default 1,600,000 and 6,400,000). The benchmark prints the
 * seconds of every step, and a table of Laguna's and DuckDB's times with their ratio and their growth.
 */
public final class CovidBenchmark {
    private static final String CLEAN = "clean-cases";
    private static final String MARTS = "build-marts";

    private final Path home;
    private final Path folder;

    private CovidBenchmark(Path home) {
        this.home = home;
        this.folder = home.resolve("bench/target/covid");
    }

    public static void main(String[] arguments) throws Exception {
        List<Long> sizes = arguments.length == 0
                ? List.of(1_600_000L, 6_400_000L)
                : Stream.of(arguments).map(Long::valueOf).toList();
        CovidBenchmark benchmark = new CovidBenchmark(Path.of(System.getProperty("laguna.home")));
        Map<Long, Map<String, Double>> seconds = new LinkedHashMap<>();
        for (long rows : sizes) {
            seconds.put(rows, benchmark.measure(rows));
        }
        print(seconds);
    }

    private Map<String, Double> measure(long rows) throws IOException, SQLException {
        Path csv = CaseLake.cases(folder, rows);
        System.out.printf(Locale.ROOT, "%,d rows, %,d MB%n", rows, Files.size(csv) >> 20);
        Map<String, Double> seconds = new LinkedHashMap<>();
        pipeline(csv, rows, seconds);
        duckDb(csv, seconds);
        return seconds;
    }

    private void pipeline(Path csv, long rows, Map<String, Double> seconds) throws IOException {
        Workspace workspace = Workspace.of(home, Files.createTempDirectory(folder, "lake"));
        try (CaseLake lake = new CaseLake(workspace)) {
            timed(seconds, "ingest", () -> lake.ingest(csv));
            CovidSteps steps = lake.steps(rows);
            for (List<Step> wave : steps.waves()) {
                for (Step step : wave) {
                    timed(seconds, step.name(), () -> lake.run(step));
                }
            }
            timed(seconds, steps.report().name(), () -> lake.run(steps.report()));
        }
    }

    private void duckDb(Path csv, Map<String, Double> seconds) throws IOException, SQLException {
        Path duckFolder = Files.createTempDirectory(folder, "duckdb");
        try (DuckDb duckDb = new DuckDb(csv, duckFolder, "3GB")) {
            timed(seconds, "duckdb clean", () -> duckDb.run("clean.sql"));
            timed(seconds, "duckdb mart", () -> duckDb.run("mart.sql"));
            System.out.printf(Locale.ROOT, "  duckdb cases %,d%n", duckDb.number("select count(*) from cases"));
        }
    }

    private interface Work<E extends Exception> {
        void run() throws E;
    }

    private static <E extends Exception> void timed(Map<String, Double> seconds, String what, Work<E> work) throws E {
        long begun = System.nanoTime();
        work.run();
        double elapsed = (System.nanoTime() - begun) / 1e9;
        synchronized (seconds) {
            seconds.put(what, elapsed);
        }
        System.out.printf(Locale.ROOT, "  %-22s %7.1f s%n", what, elapsed);
    }

    /** Prints one table of this run: a line for each size, then the growth from the first size to the second. */
    private static void print(Map<Long, Map<String, Double>> seconds) {
        System.out.println();
        System.out.printf(
                "| rows | CleanCases | BuildMarts: nine marts | together | DuckDB: cleaning and one mart | ratio |%n");
        System.out.printf("|---|---|---|---|---|---|%n");
        seconds.forEach((rows, of) -> System.out.printf(
                Locale.ROOT,
                "| %,d | %.1f s | %.1f s | %.1f s | %.1f s | %.2f |%n",
                rows,
                of.get(CLEAN),
                of.get(MARTS),
                lake(of),
                duckDb(of),
                lake(of) / duckDb(of)));
        List<Long> sizes = List.copyOf(seconds.keySet());
        if (sizes.size() == 2) {
            Map<String, Double> smaller = seconds.get(sizes.get(0));
            Map<String, Double> larger = seconds.get(sizes.get(1));
            System.out.printf(
                    Locale.ROOT,
                    "| times %.1f | %.2f | %.2f | %.2f | %.2f | |%n",
                    (double) sizes.get(1) / sizes.get(0),
                    larger.get(CLEAN) / smaller.get(CLEAN),
                    larger.get(MARTS) / smaller.get(MARTS),
                    lake(larger) / lake(smaller),
                    duckDb(larger) / duckDb(smaller));
        }
    }

    private static double lake(Map<String, Double> seconds) {
        return seconds.get(CLEAN) + seconds.get(MARTS);
    }

    private static double duckDb(Map<String, Double> seconds) {
        return seconds.get("duckdb clean") + seconds.get("duckdb mart");
    }
}
