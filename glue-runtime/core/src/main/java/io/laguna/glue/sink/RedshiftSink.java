package io.laguna.glue.sink;

import io.laguna.glue.context.GlueContext;
import io.laguna.glue.format.Options;
import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.jdbc.Database;
import io.laguna.glue.redshift.Authorization;
import io.laguna.glue.redshift.RedshiftTable;
import java.io.IOException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A table of Redshift, to which rows are added by COPY from a temporary folder. */
record RedshiftSink(GlueContext context, Options options) implements Sink {

    @Override
    public void write(DynamicFrame frame) throws IOException {
        Database database = Database.of(context.sparkSession(), options);
        options.logOthers("a sink of Redshift", Database.options(RedshiftTable.KNOWN));
        Dataset<Row> rows = frame.toDF();
        RedshiftTable table =
                new RedshiftTable(context.sparkSession(), database, options, Authorization.of(options, true));
        if (rows.columns().length > 0) {
            table.write(rows, RedshiftTable.Before.KEPT);
        } else {
            table.act();
        }
    }
}
