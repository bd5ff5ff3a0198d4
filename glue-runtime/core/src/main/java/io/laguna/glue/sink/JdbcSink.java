package io.laguna.glue.sink;

import io.laguna.glue.context.GlueContext;
import io.laguna.glue.format.Options;
import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.jdbc.Database;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/**
 * A table of a database, to which rows are added. Statements of {@code preactions} run before, those of
 * {@code postactions} after it, each on its own.
 */
record JdbcSink(GlueContext context, Options options) implements Sink {

    private static final Set<String> KNOWN = Set.of("dbtable", "database", "preactions", "postactions");

    @Override
    public void write(DynamicFrame frame) throws IOException {
        Database database = Database.of(context.sparkSession(), options);
        options.logOthers("a sink of JDBC", Database.options(KNOWN));
        String table = options.required("dbtable");
        Dataset<Row> rows = frame.toDF();
        run(database, "preactions");
        if (rows.columns().length > 0) {
            rows.write().mode(SaveMode.Append).jdbc(database.url(), table, database.sparkProperties());
        }
        run(database, "postactions");
    }

    private void run(Database database, String actions) throws IOException {
        try {
            database.run(options.text(actions, ""));
        } catch (SQLException e) {
            throw new IOException("The " + actions + " failed: " + e.getMessage(), e);
        }
    }
}
