package io.laguna.engines.spark;

import java.io.File;
import java.io.IOException;
import java.util.UUID;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hive.ql.metadata.Hive;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.Utils;

/**
 * The work by which a JVM does what most jobs do, several times over, so that its classes are loaded and its hot code
 * compiled.
 */
final class WarmUp {
    /** The names are such that no job's bucket can have them: they are too long for S3. */
    private static final String BUCKET = "laguna-warm-up-" + UUID.randomUUID();

    private final int rounds;
    private final boolean catalog;

    /**
     * Creates a warm-up.
     *
     * @param catalog whether the lake's Hive Metastore is to be asked too
     */
    WarmUp(int rounds, boolean catalog) {
        this.rounds = rounds;
        this.catalog = catalog;
    }

    /** Works, and leaves no session, file system, catalog client or file behind. */
    void run() throws IOException {
        try (WarmUpStore store = new WarmUpStore()) {
            for (int round = 0; round < rounds; round++) {
                session(store.endpoint(), round);
            }
        } finally {
            Hive.closeCurrent();
            FileSystem.closeAll();
            FileSystem.clearStatistics();
        }
    }

    private void session(String endpoint, int round) throws IOException {
        String ofBucket = "spark.hadoop.fs.s3a.bucket." + BUCKET + ".";
        SparkConf defaults = new SparkConf();
        Utils.loadDefaultSparkProperties(defaults, null);
        SparkSession session = SparkSession.builder()
                .config(defaults)
                .appName("warm-up")
                .master("local[*]")
                .config("spark.ui.enabled", "true")
                .config("spark.ui.port", "0")
                .config("spark.eventLog.enabled", "true")
                .config("spark.eventLog.rolling.enabled", "false")
                .config(
                        "spark.eventLog.dir",
                        new File(System.getProperty("java.io.tmpdir")).toURI().toString())
                .config("spark.ui.showConsoleProgress", "false")
                // The handler of s3:// in URLs is made once per JVM: it shall be made with the job's configuration.
                .config("spark.sql.defaultUrlStreamHandlerFactory.enabled", "false")
                .config(ofBucket + "endpoint", endpoint)
                .config(ofBucket + "access.key", "warm-up")
                .config(ofBucket + "secret.key", "warm-up")
                .config(ofBucket + "attempts.maximum", "1")
                .config(ofBucket + "retry.limit", "1")
                .enableHiveSupport()
                .getOrCreate();
        try {
            work(session, "s3://" + BUCKET + "/" + round + "/");
            if (catalog) {
                session.sql("SHOW DATABASES").collectAsList();
                session.catalog().tableExists("default", "laguna_warm_up");
            }
        } finally {
            session.stop();
            SparkSession.clearActiveSession();
            SparkSession.clearDefaultSession();
        }
    }

    private static void work(SparkSession session, String folder) {
        session.range(1_000)
                .selectExpr(
                        "id",
                        "concat('name ', id) AS name",
                        "id % 7 AS kind",
                        "date_add(DATE'2026-01-01', CAST(id % 365 AS INT)) AS day",
                        "id / 3.0 AS amount")
                .write()
                .mode(SaveMode.Overwrite)
                .option("header", true)
                .csv(folder + "csv");
        Dataset<Row> rows = session.read()
                .option("header", true)
                .option("inferSchema", true)
                .csv(folder + "csv");
        rows.write().mode(SaveMode.Overwrite).parquet(folder + "parquet");
        session.read().parquet(folder + "parquet").createOrReplaceTempView("warm");
        session.sql("SELECT a.kind, count(*) AS rows, sum(a.amount) AS amount, max(b.day) AS day FROM warm a"
                        + " JOIN warm b ON a.id = b.id WHERE a.name LIKE 'name%' GROUP BY a.kind ORDER BY rows DESC")
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(folder + "kinds");
        session.sql("SELECT kind, day, row_number() OVER (PARTITION BY kind ORDER BY id) AS place FROM warm")
                .repartition(2)
                .collectAsList();
        session.catalog().dropTempView("warm");
    }
}
