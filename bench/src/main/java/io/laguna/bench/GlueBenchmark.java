package io.laguna.bench;

import io.laguna.engines.driver.DriverSettings;
import io.laguna.engines.process.Tree;
import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.glue.model.Column;

/**
 * The benchmark of Glue's jobs: a trivial one, warm and cold, a table of the catalog beside plain PySpark, and records beside
 * Spark's own readers and an RDD.
 */
public final class GlueBenchmark {
    private static final int ROUNDS = 3;
    private static final List<Integer> AT_ONCE = List.of(1, 5, 20);

    private static final String GLUE =
            """
            import sys
            from awsglue.context import GlueContext
            from awsglue.job import Job
            from awsglue.utils import getResolvedOptions
            from pyspark.context import SparkContext

            args = getResolvedOptions(sys.argv, ["JOB_NAME"])
            glue = GlueContext(SparkContext.getOrCreate())
            job = Job(glue)
            job.init(args["JOB_NAME"], args)
            """;
    private static final String TRIVIAL = GLUE + "print(glue.spark_session.range(1000).count())\njob.commit()\n";
    private static final String TABLE = GLUE
            + """
            out = getResolvedOptions(sys.argv, ["OUT"])["OUT"]
            rows = glue.create_dynamic_frame.from_catalog(database="bench", table_name="rows").toDF()
            rows.write.mode("overwrite").parquet(out)
            job.commit()
            """;
    private static final String PLAIN =
            """
            import sys
            from pyspark.sql import SparkSession

            spark = SparkSession.builder.getOrCreate()
            out = sys.argv[sys.argv.index("--OUT") + 1]
            spark.read.parquet("s3://bench/rows/").write.mode("overwrite").parquet(out)
            """;
    private static final String FILL =
            """
            from pyspark.sql import SparkSession

            spark = SparkSession.builder.getOrCreate()
            rows = spark.range(5000000).selectExpr("id", "concat('name ', id % 1000) name", "rand(1) amount")
            rows.write.mode("overwrite").parquet("s3://bench/rows/")
            """;

    private GlueBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("laguna.home"));
        Path folder = Files.createTempDirectory(home.resolve("bench/target/glue"), "lake");
        Workspace workspace = Workspace.of(home, folder);
        System.out.println("Seconds from StartJobRun until SUCCEEDED, each and their median");
        try (GlueSession session = new GlueSession(workspace, new DriverSettings("2g", 0, 2))) {
            prepare(session);
            median("trivial, cold", () -> session.run("trivial", Map.of()));
            double plain = median("5,000,000 rows, plain PySpark, cold", () -> copy(session, "plain"));
            double glue = median("from_catalog, toDF, write, cold", () -> copy(session, "table"));
            System.out.printf(Locale.ROOT, "  %-42s %.2f%n", "its share of plain PySpark's time", glue / plain);
            session.run("records", Map.of());
            session.text("figures").lines().forEach(line -> System.out.println("  " + line));
        }
        try (GlueSession session = new GlueSession(workspace, new DriverSettings("2g", 1, 2))) {
            median("trivial, warm", () -> {
                WarmDriverProcess.awaitReady(1);
                return session.run("trivial", Map.of());
            });
            for (int runs : AT_ONCE) {
                System.out.printf(Locale.ROOT, "  %-42s %6.2f%n", runs + " runs at once", atOnce(session, runs));
            }
        }
        // After a failure the logs stay.
        Tree.delete(folder);
    }

    private static void prepare(GlueSession session) throws IOException, InterruptedException {
        session.s3().createBucket(create -> create.bucket(GlueSession.BUCKET));
        session.job("trivial", TRIVIAL);
        session.job("table", TABLE);
        session.job("plain", PLAIN);
        session.job("fill", FILL);
        session.job("records", resource("glue_records.py"));
        session.run("fill", Map.of());
        session.glue().createDatabase(create -> create.databaseInput(database -> database.name("bench")));
        session.glue().createTable(create -> create.databaseName("bench").tableInput(table -> table.name("rows")
                .parameters(Map.of("classification", "parquet"))
                .storageDescriptor(storage -> storage.location("s3://bench/rows/")
                        .inputFormat("org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat")
                        .outputFormat("org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat")
                        .serdeInfo(serde -> serde.serializationLibrary(
                                "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe"))
                        .columns(column("id", "bigint"), column("name", "string"), column("amount", "double")))));
    }

    private static String resource(String name) throws IOException {
        try (InputStream script = GlueBenchmark.class.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Column column(String name, String type) {
        return Column.builder().name(name).type(type).build();
    }

    private static double copy(GlueSession session, String job) throws InterruptedException {
        return session.run(job, Map.of("--OUT", "s3://bench/out-" + job + "/"));
    }

    private static double atOnce(GlueSession session, int runs) throws InterruptedException {
        long begun = System.nanoTime();
        List<String> started = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            started.add(session.start("trivial", Map.of()));
        }
        for (String run : started) {
            session.await("trivial", run);
        }
        return (System.nanoTime() - begun) / 1e9;
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
        StringBuilder each = new StringBuilder();
        seconds.forEach(one -> each.append(String.format(Locale.ROOT, " %5.2f", one)));
        System.out.printf(Locale.ROOT, "  %-42s%s   median %.2f%n", what, each, median);
        return median;
    }
}
