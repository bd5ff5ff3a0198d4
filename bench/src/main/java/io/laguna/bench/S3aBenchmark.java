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
record S3aBenchmark(Workspace workspace) {
    private static final String MEMORY = "2g";
    private static final int ROUNDS = 3;
    private static final long ROWS = 42_000_000;
    private static final String NUMBERS = "select id, rand(1) as value from range(0, %d, 1, 4)";
    private static final String TIME_TAKEN = "Time taken: ";

    void run() throws IOException, InterruptedException {
        Path plain = Files.createDirectories(workspace.state().resolve("bench"));
        List<String> places = List.of("file://" + plain, "s3://bench");
        try (Lake lake = Lake.start(workspace, LakeSettings.open(LakePorts.free()), (name, elapsed) -> {})) {
            List<Double> seconds = seconds(lake, places);
            double megabytes = bytes(plain.resolve("parquet")) / 1e6;
            for (int place = 0; place < places.size(); place++) {
                String scheme = places.get(place).substring(0, places.get(place).indexOf(':'));
                EndpointBenchmark.print(scheme + ": Spark writes Parquet", "%s", rate(seconds, 2 * place, megabytes));
                EndpointBenchmark.print(
                        scheme + ": Spark reads Parquet", "%s", rate(seconds, 2 * place + 1, megabytes));
            }
        }
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

    /** Returns the rate of the fastest round. */
    private static String rate(List<Double> seconds, int statement, double megabytes) {
        int perRound = seconds.size() / (ROUNDS - 1);
        double fastest = Double.MAX_VALUE;
        for (int at = statement; at < seconds.size(); at += perRound) {
            fastest = Math.min(fastest, seconds.get(at));
        }
        return String.format(Locale.ROOT, "%,8.0f MB/s of %.0f MB", megabytes / fastest, megabytes);
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
