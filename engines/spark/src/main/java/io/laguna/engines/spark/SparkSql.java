package io.laguna.engines.spark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.HiveResult;
import scala.collection.JavaConverters;

/**
 * The program {@code spark-sql}, which runs statements one after the other up to the first that fails, and prints their
 * rows as Spark's command line does. That command line is in a jar that no registry has. Without {@code -e} and {@code -f}
 * statements are those that are typed.
 *
 * @see <a href="https://spark.apache.org/docs/3.5.5/sql-distributed-sql-engine-spark-sql-cli.html">The Spark SQL CLI</a>
 */
public final class SparkSql {
    private final SparkSession spark;
    private final SqlOptions options;

    private SparkSql(SparkSession spark, SqlOptions options) {
        this.spark = spark;
        this.options = options;
    }

    /** Ends with exit code 1 when the words are wrong or a statement fails. */
    public static void main(String[] arguments) throws IOException {
        List<String> words = Arrays.asList(arguments);
        if (words.contains("-H") || words.contains("--help")) {
            System.out.print(SqlOptions.USAGE);
            return;
        }
        if (!run(words)) {
            System.exit(1);
        }
    }

    private static boolean run(List<String> words) throws IOException {
        SqlOptions options;
        try {
            options = SqlOptions.of(words);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(SqlOptions.USAGE);
            return false;
        }
        SparkSession.Builder builder = SparkSession.builder().appName("SparkSQL");
        options.hiveconf().forEach((key, value) -> builder.config("spark.hadoop." + key, value));
        try (SparkSession spark = builder.getOrCreate()) {
            // Where Spark looks for ${name}, ${hivevar:name} and ${hiveconf:name}.
            options.hiveconf().forEach(spark.conf()::set);
            options.variables().forEach(spark.conf()::set);
            return new SparkSql(spark, options).runAll();
        }
    }

    private boolean runAll() throws IOException {
        if (options.database().isPresent() && !run("USE `" + options.database().get() + "`")) {
            return false;
        }
        for (String file : options.first()) {
            if (!runScript(read(file))) {
                return false;
            }
        }
        if (options.statements().isPresent()) {
            return runScript(options.statements().get());
        }
        return options.file().isPresent()
                ? runScript(read(options.file().get()))
                : SqlConsole.run(() -> spark.catalog().currentDatabase(), this::runScript);
    }

    private boolean runScript(String script) throws IOException {
        for (String statement : SqlStatements.in(script)) {
            String word = statement.toLowerCase(Locale.ROOT);
            if (word.equals("quit") || word.equals("exit")) {
                return true;
            }
            boolean succeeded = word.startsWith("source ")
                    ? runScript(read(statement.substring(7).strip()))
                    : run(statement);
            if (!succeeded) {
                return false;
            }
        }
        return true;
    }

    private boolean run(String statement) {
        if (options.verbose()) {
            System.out.println("spark-sql> " + statement);
        }
        long begun = System.nanoTime();
        try {
            Dataset<Row> rows = spark.sql(statement);
            if (Boolean.parseBoolean(spark.conf().get("spark.sql.cli.print.header", "false"))
                    && rows.columns().length > 0) {
                System.out.println(String.join("\t", rows.columns()));
            }
            List<String> lines = JavaConverters.seqAsJavaList(
                    HiveResult.hiveResultString(rows.queryExecution().executedPlan()));
            lines.forEach(System.out::println);
            System.out.flush();
            if (!options.silent()) {
                System.err.printf(
                        Locale.ROOT,
                        "Time taken: %.3f seconds%s%n",
                        (System.nanoTime() - begun) / 1e9,
                        rows.columns().length > 0 ? ", Fetched " + lines.size() + " row(s)" : "");
            }
            return true;
        } catch (Exception e) {
            report(e);
            return false;
        }
    }

    /**
     * Prints a failure. Spark's own errors say where in the statement they are; other errors only show it by their
     * stack.
     */
    private static void report(Exception failure) {
        if (failure instanceof SparkThrowable) {
            System.err.println(failure.getMessage());
        } else {
            failure.printStackTrace();
        }
    }

    private String read(String file) throws IOException {
        Configuration configuration = spark.sparkContext().hadoopConfiguration();
        Path path = new Path(file);
        FileSystem files =
                path.toUri().isAbsolute() ? path.getFileSystem(configuration) : FileSystem.getLocal(configuration);
        try (InputStream from = files.open(path)) {
            return new String(from.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
