package io.laguna.apps.sql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The statements of a script in the order in which they are run.
 *
 * @param statements without the semicolons between them
 */
record Script(List<String> statements) {

    Script {
        statements = List.copyOf(statements);
        if (statements.isEmpty()) {
            throw new IllegalArgumentException("There is no statement to run.");
        }
    }

    /**
     * Runs all statements, or up to the first that fails.
     *
     * @param output the folder that gets the rows of the last one
     */
    void run(SparkSession spark, Optional<String> output) {
        int last = statements.size() - 1;
        for (int number = 0; number <= last; number++) {
            System.out.printf("%d of %d: %s%n", number + 1, statements.size(), statements.get(number));
            long begun = System.nanoTime();
            Dataset<Row> rows = spark.sql(statements.get(number));
            if (number == last && output.isPresent()) {
                rows.coalesce(1).write().json(output.get());
            } else if (rows.columns().length > 0) {
                // Spark runs a command at once, but a query only for whoever takes its rows.
                rows.write().format("noop").mode("overwrite").save();
            }
            System.out.printf(Locale.ROOT, "Time taken: %.3f seconds%n", (System.nanoTime() - begun) / 1e9);
        }
    }
}
