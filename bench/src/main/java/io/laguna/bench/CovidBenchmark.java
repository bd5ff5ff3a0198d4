package io.laguna.bench;

import io.laguna.emulator.Lake;
import io.laguna.emulator.LakeClients;
import io.laguna.emulator.LakeKeys;
import io.laguna.emulator.LakePorts;
import io.laguna.emulator.LakeSettings;
import io.laguna.engines.DriverSettings;
import io.laguna.engines.Drivers;
import io.laguna.engines.JobEnvironment;
import io.laguna.engines.SparkSubmission;
import io.laguna.engines.Workspace;
import io.laguna.pipelines.covid.CovidSteps;
import io.laguna.pipelines.covid.Source;
import io.laguna.pipelines.covid.Step;
import io.laguna.pipelines.covid.Zones;
import io.laguna.pipelines.covid.ingest.CaseFiles;
import io.laguna.pipelines.covid.ingest.Ingest;
import io.laguna.pipelines.covid.ingest.IngestProgress;
import io.laguna.pipelines.covid.sample.CaseGenerator;
import io.laguna.pipelines.covid.sample.CaseSample;
import io.laguna.pipelines.run.Buckets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The COVID-19 pipeline at two sizes, and beside it the same cleaning and one mart in DuckDB on the same files.
 *
 * <p>Arguments: the numbers of rows (default 1,600,000 and 6,400,000). Prints seconds, growth and ratios.
 */
public final class CovidBenchmark {
    private static final String MEMORY = "3g";
    private static final long SEED = 2020;

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
        Path csv = folder.resolve("cases-" + rows + ".csv");
        if (!Files.exists(csv)) {
            new CaseGenerator(CaseSample.of(rows, SEED)).writeTo(csv, written -> {});
        }
        System.out.printf(Locale.ROOT, "%,d rows, %,d MB%n", rows, Files.size(csv) >> 20);
        Map<String, Double> seconds = new LinkedHashMap<>();
        pipeline(csv, seconds);
        duckDb(csv, seconds);
        return seconds;
    }

    /** A fresh lake; the steps one after the other, so that each has the machine for itself. */
    private void pipeline(Path csv, Map<String, Double> seconds) throws IOException {
        Path lakeFolder = Files.createTempDirectory(folder, "lake");
        Workspace workspace = Workspace.of(home, lakeFolder);
        try (Lake lake = Lake.start(workspace, LakeSettings.open(LakePorts.free()), (engine, elapsed) -> {})) {
            String endpoint = lake.addresses().endpoint();
            LakeKeys keys = LakeKeys.of(workspace.state());
            Drivers drivers = new Drivers(
                    workspace, keys.s3Access(endpoint), lake.addresses().metastore(), new DriverSettings(MEMORY, 0, 1));
            try (S3Client s3 = new LakeClients(endpoint, keys).s3()) {
                new Buckets(s3, "us-east-1").create(Zones.LOCAL.buckets());
                timed(seconds, "ingest", () -> new Ingest(s3, Zones.LOCAL.raw(), Clock.systemUTC())
                        .land(CaseFiles.at(csv), IngestProgress.SILENT));
            }
            Source source =
                    new Source(lake.addresses().mysql() + "/covid", "covid_reader", Optional.empty(), List.of());
            CovidSteps steps = new CovidSteps(Zones.LOCAL, source);
            for (List<Step> wave : steps.waves()) {
                for (Step step : wave) {
                    run(step, drivers, workspace.applications(), seconds);
                }
            }
            run(steps.report(), drivers, workspace.applications(), seconds);
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

    private static void run(Step step, Drivers drivers, Path applications, Map<String, Double> seconds) {
        SparkSubmission job = SparkSubmission.of(
                step.name(),
                applications,
                step.mainClass(),
                step.arguments(),
                JobEnvironment.LAKE.withVariables(Map.of("JDBC_PASSWORD", "covid_reader")));
        timed(seconds, step.name(), () -> {
            try {
                drivers.submit(job).await().failure().ifPresent(reason -> {
                    throw new IllegalStateException(step.name() + " failed: " + reason);
                });
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted in " + step.name(), e);
            }
        });
    }

    private static void print(Map<Long, Map<String, Double>> seconds) {
        System.out.println();
        seconds.forEach((rows, of) -> System.out.printf(
                Locale.ROOT,
                "%,11d rows: clean + all marts %6.1f s, DuckDB's clean + one mart %6.1f s: ratio %.1f (clean alone: %.1f)%n",
                rows,
                lake(of),
                duckDb(of),
                lake(of) / duckDb(of),
                of.get("clean-cases") / of.get("duckdb clean")));
        List<Long> sizes = List.copyOf(seconds.keySet());
        if (sizes.size() == 2) {
            System.out.printf(
                    Locale.ROOT,
                    "growth: %.1f times the rows, %.1f times the time (DuckDB: %.1f times)%n",
                    (double) sizes.get(1) / sizes.get(0),
                    lake(seconds.get(sizes.get(1))) / lake(seconds.get(sizes.get(0))),
                    duckDb(seconds.get(sizes.get(1))) / duckDb(seconds.get(sizes.get(0))));
        }
    }

    private static double lake(Map<String, Double> seconds) {
        return seconds.get("clean-cases") + seconds.get("build-marts");
    }

    private static double duckDb(Map<String, Double> seconds) {
        return seconds.get("duckdb clean") + seconds.get("duckdb mart");
    }
}
