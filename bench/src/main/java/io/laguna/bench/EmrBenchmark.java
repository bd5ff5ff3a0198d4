package io.laguna.bench;

import io.laguna.engines.driver.DriverSettings;
import io.laguna.engines.process.Tree;
import io.laguna.engines.process.Workspace;
import io.laguna.pipelines.covid.CovidJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * The benchmark of a trivial Spark job, in Java and in Python, as a step of EMR, with drivers in reserve and without, beside
 * a plain spark-submit.
 */
public final class EmrBenchmark {
    private static final int ROUNDS = 3;
    private static final int IN_A_ROW = 10;

    /** The drivers that there are after so many jobs. */
    private static final int MOST_IN_RESERVE = 8;

    private static final String BUCKET = "bench";
    private static final String SCRIPT =
            """
            import sys

            from pyspark.sql import SparkSession

            spark = SparkSession.builder.getOrCreate()
            rows = spark.read.csv("s3://bench/rows.csv", header=True, inferSchema=True)
            rows.write.mode("overwrite").parquet(sys.argv[1])
            """;

    private final Workspace workspace;
    private final SparkShell shell;
    private int runs;

    private EmrBenchmark(Workspace workspace) {
        this.workspace = workspace;
        this.shell = new SparkShell(workspace);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("laguna.home"));
        Path folder = Files.createTempDirectory(home.resolve("bench/target/emr"), "lake");
        new EmrBenchmark(Workspace.of(home, folder)).run(List.of(arguments));
        // After a failure the logs stay.
        Tree.delete(folder);
    }

    private interface Job {
        /** Returns the words behind spark-submit. */
        List<String> words(String output);
    }

    /** Runs the languages that are named, or both when none is. */
    private void run(List<String> languages) throws IOException, InterruptedException {
        System.out.println("Read 1,000 rows of CSV, write Parquet; seconds, each and their median");
        Job java = output -> List.of(
                "--class",
                "io.laguna.apps.sql.RunSql",
                CovidJar.in(workspace.home()).toString(),
                "--statement",
                "CREATE TEMPORARY VIEW r USING csv OPTIONS (path 's3://bench/rows.csv', header 'true', inferSchema 'true')",
                "--statement",
                "INSERT OVERWRITE DIRECTORY '" + output + "' USING parquet SELECT * FROM r");
        Job python = output -> List.of("s3://bench/rows.py", output);
        try (EmrSession session = new EmrSession(workspace, new DriverSettings("2g", 0, 2))) {
            createInput(session);
        }
        if (languages.isEmpty() || languages.contains("Java")) {
            compare("Java", java);
        }
        if (languages.isEmpty() || languages.contains("Python")) {
            compare("Python", python);
        }
    }

    private void compare(String language, Job job) throws IOException, InterruptedException {
        System.out.println(language);
        double plain;
        double cold;
        try (EmrSession session = new EmrSession(workspace, new DriverSettings("2g", 0, 2))) {
            plain = median("plain java … SparkSubmit from a shell", () -> shell.run(job.words(output())));
            cold = median("AddJobFlowSteps to COMPLETED, cold", () -> step(session, job));
        }
        try (EmrSession session = new EmrSession(workspace, new DriverSettings("2g", 1, 2))) {
            WarmDriverProcess.awaitReady(1);
            double first = inARow("in a row, one driver in reserve", session, job);
            List<WarmDriverProcess> reserve = WarmDriverProcess.awaitReady(MOST_IN_RESERVE);
            double again = inARow("in a row, again", session, job);
            double warm = median("AddJobFlowSteps to COMPLETED, warm", () -> {
                WarmDriverProcess.awaitReady(1);
                return step(session, job);
            });
            ratio("warm to plain", warm, plain);
            ratio("cold to plain", cold, plain);
            ratio(IN_A_ROW + " in a row, to as many plain ones", first, IN_A_ROW * plain);
            ratio(IN_A_ROW + " in a row, again", again, IN_A_ROW * plain);
            memory(reserve);
        }
    }

    /** Prints the memory of drivers in reserve that are still there, each and its share where several have the same. */
    private static void memory(List<WarmDriverProcess> reserve) throws IOException, InterruptedException {
        for (WarmDriverProcess driver : WarmDriverProcess.awaitReady(1)) {
            System.out.printf(
                    Locale.ROOT,
                    "  %-42s %d MB, its share %d MB%n",
                    "an idle warm driver, of " + reserve.size(),
                    driver.residentMegabytes(),
                    driver.proportionalMegabytes());
        }
    }

    private void createInput(EmrSession session) {
        StringBuilder csv = new StringBuilder("id,name,amount\n");
        IntStream.range(0, 1000).forEach(row -> csv.append(row)
                .append(",name ")
                .append(row % 7)
                .append(',')
                .append(row * 1.5)
                .append('\n'));
        session.s3().createBucket(create -> create.bucket(BUCKET));
        session.s3().putObject(put -> put.bucket(BUCKET).key("rows.csv"), RequestBody.fromString(csv.toString()));
        session.s3().putObject(put -> put.bucket(BUCKET).key("rows.py"), RequestBody.fromString(SCRIPT));
    }

    private String output() {
        return "s3://bench/out-" + runs++;
    }

    private double step(EmrSession session, Job job) throws InterruptedException {
        return session.step("trivial", job.words(output()));
    }

    private interface Measured {
        double seconds() throws IOException, InterruptedException;
    }

    private static double median(String what, Measured measured) throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            seconds.add(measured.seconds());
        }
        double median = Figures.median(seconds);
        System.out.printf(Locale.ROOT, "  %-42s%s   median %.2f%n", what, each(seconds), median);
        return median;
    }

    private double inARow(String what, EmrSession session, Job job) throws InterruptedException {
        List<Double> seconds = new ArrayList<>();
        for (int each = 0; each < IN_A_ROW; each++) {
            seconds.add(step(session, job));
        }
        System.out.printf(Locale.ROOT, "  %-42s%s%n", IN_A_ROW + " " + what, each(seconds));
        return seconds.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static String each(List<Double> seconds) {
        StringBuilder all = new StringBuilder();
        seconds.forEach(each -> all.append(String.format(Locale.ROOT, " %5.2f", each)));
        return all.toString();
    }

    private static void ratio(String what, double seconds, double plain) {
        System.out.printf(Locale.ROOT, "  %-42s %.2f / %.2f s = %.2f%n", what, seconds, plain, seconds / plain);
    }
}
