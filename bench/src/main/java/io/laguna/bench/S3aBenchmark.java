package io.laguna.bench;

import io.laguna.emulator.lake.Lake;
import io.laguna.emulator.lake.LakeKeys;
import io.laguna.emulator.lake.LakePorts;
import io.laguna.emulator.lake.LakeSettings;
import io.laguna.engines.driver.DriverSettings;
import io.laguna.engines.driver.Drivers;
import io.laguna.engines.driver.JobEnvironment;
import io.laguna.engines.driver.Run;
import io.laguna.engines.driver.SparkSubmission;
import io.laguna.engines.process.Workspace;
import io.laguna.pipelines.covid.CovidJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The benchmark of the endpoint for a Spark job: the same Parquet written and read by S3A and as plain files, in one
 * job.
 */
record S3aBenchmark(Workspace workspace, Figures figures) {
    private static final String MEMORY = "2g";
    private static final int ROUNDS = 5;
    private static final long ROWS = 42_000_000;
    private static final String NUMBERS = "select id, rand(1) as value from range(0, %d, 1, 4)";
    private static final String TIME_TAKEN = "Time taken: ";

    void run() throws IOException, InterruptedException {
        Path plain = Files.createDirectories(workspace.state().resolve("bench"));
        List<String> places = List.of("file://" + plain, "s3://bench");
        try (Lake lake = Lake.start(workspace, LakeSettings.open(LakePorts.free()), (name, elapsed) -> {})) {
            List<Double> seconds = seconds(lake, places);
            double megabytes = bytes(plain.resolve("parquet")) / 1e6;
            figure("writes", seconds, 0, places.size(), megabytes);
            figure("reads", seconds, 1, places.size(), megabytes);
        }
    }

    private void figure(String does, List<Double> seconds, int statement, int places, double megabytes) {
        double plain = rate(seconds, statement, places, megabytes);
        double s3a = rate(seconds, 2 + statement, places, megabytes);
        figures.add(
                String.format(Locale.ROOT, "Spark %s %.0f MB of Parquet by S3A", does, megabytes),
                String.format(Locale.ROOT, "%,.0f MB/s", s3a),
                String.format(Locale.ROOT, "`file://`: %,.0f MB/s", plain),
                s3a / plain);
    }

    /** Returns the times of all statements after the first round, which warms the JVM up. */
    private List<Double> seconds(Lake lake, List<String> places) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (String place : places) {
                String folder = place + "/parquet";
                arguments.add("--statement");
                arguments.add("insert overwrite directory '" + folder + "' using parquet " + NUMBERS.formatted(ROWS));
                arguments.add("--statement");
                arguments.add("select sum(value), max(id) from parquet.`" + folder + "`");
            }
        }
        Drivers drivers = new Drivers(
                workspace,
                LakeKeys.of(workspace.state()).s3Access(lake.addresses().endpoint()),
                lake.addresses().metastore(),
                new DriverSettings(MEMORY, 0, 1));
        Run run = drivers.submit(SparkSubmission.of(
                "s3a", CovidJar.in(workspace.home()), "io.laguna.apps.sql.RunSql", arguments, JobEnvironment.LAKE));
        run.await().failure().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        List<Double> all = Files.readAllLines(run.output()).stream()
                .filter(line -> line.startsWith(TIME_TAKEN))
                .map(line -> Double.parseDouble(line.substring(TIME_TAKEN.length(), line.lastIndexOf(' '))))
                .toList();
        return all.subList(2 * places.size(), all.size());
    }

    /** Returns the rate of the round in the middle. */
    private static double rate(List<Double> seconds, int statement, int places, double megabytes) {
        List<Double> rounds = new ArrayList<>();
        for (int at = statement; at < seconds.size(); at += 2 * places) {
            rounds.add(seconds.get(at));
        }
        return megabytes / Figures.median(rounds);
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
