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
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * The benchmark of a trivial Spark job as a step of EMR, with a driver in reserve and without, beside a plain
 * spark-submit.
 */
public final class EmrBenchmark {
    private static final int ROUNDS = 3;
    private static final int IN_A_ROW = 10;
    private static final String BUCKET = "bench";
    private static final String JOB = "io.laguna.apps.sql.RunSql";

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
        new EmrBenchmark(Workspace.of(home, folder)).run();
        // After a failure the logs stay.
        Tree.delete(folder);
    }

    private void run() throws IOException, InterruptedException {
        System.out.println("Read 1,000 rows of CSV, write Parquet; seconds, each and their median");
        double plain;
        double cold;
        try (EmrSession session = new EmrSession(workspace, new DriverSettings("2g", 0, 2))) {
            createInput(session);
            plain = median("plain java … SparkSubmit from a shell", () -> shell.run(JOB, arguments()));
            cold = median("AddJobFlowSteps to COMPLETED, cold", () -> step(session));
        }
        try (EmrSession session = new EmrSession(workspace, new DriverSettings("2g", 1, 2))) {
            double warm = median("AddJobFlowSteps to COMPLETED, warm", () -> {
                WarmDriverProcess.awaitIdle();
                return step(session);
            });
            long megabytes = WarmDriverProcess.awaitIdle().residentMegabytes();
            double inARow = inARow(session);
            ratio("warm to plain", warm, plain);
            ratio("cold to plain", cold, plain);
            ratio(IN_A_ROW + " in a row, to as many plain ones", inARow, IN_A_ROW * plain);
            System.out.printf(Locale.ROOT, "  %-42s %d MB%n", "an idle warm driver", megabytes);
        }
    }

    private void createInput(EmrSession session) {
        StringBuilder csv = new StringBuilder("id,name,amount\n");
        for (int row = 0; row < 1000; row++) {
            csv.append(row)
                    .append(",name ")
                    .append(row % 7)
                    .append(',')
                    .append(row * 1.5)
                    .append('\n');
        }
        session.s3().createBucket(create -> create.bucket(BUCKET));
        session.s3().putObject(put -> put.bucket(BUCKET).key("rows.csv"), RequestBody.fromString(csv.toString()));
    }

    private List<String> arguments() {
        return List.of(
                "--statement",
                "CREATE TEMPORARY VIEW r USING csv OPTIONS (path 's3://bench/rows.csv', header 'true', inferSchema 'true')",
                "--statement",
                "INSERT OVERWRITE DIRECTORY 's3://bench/out-" + runs++ + "' USING parquet SELECT * FROM r");
    }

    private double step(EmrSession session) throws InterruptedException {
        return session.step("trivial", CovidJar.in(workspace.home()), JOB, arguments());
    }

    private interface Measured {
        double seconds() throws IOException, InterruptedException;
    }

    private static double median(String what, Measured measured) throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            seconds.add(measured.seconds());
        }
        double median = seconds.stream().sorted().toList().get(ROUNDS / 2);
        StringBuilder all = new StringBuilder();
        seconds.forEach(each -> all.append(String.format(Locale.ROOT, " %5.2f", each)));
        System.out.printf(Locale.ROOT, "  %-42s%s   median %.2f%n", what, all, median);
        return median;
    }

    private double inARow(EmrSession session) throws InterruptedException {
        double sum = 0;
        for (int job = 0; job < IN_A_ROW; job++) {
            sum += step(session);
        }
        return sum;
    }

    private static void ratio(String what, double seconds, double plain) {
        System.out.printf(Locale.ROOT, "  %-42s %.2f / %.2f s = %.2f%n", what, seconds, plain, seconds / plain);
    }
}
