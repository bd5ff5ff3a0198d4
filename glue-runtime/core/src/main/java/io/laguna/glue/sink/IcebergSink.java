package io.laguna.glue.sink;

import io.laguna.glue.catalog.CatalogTable;
import io.laguna.glue.catalog.IcebergNames;
import io.laguna.glue.context.GlueContext;
import io.laguna.glue.frame.DynamicFrame;
import java.io.IOException;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;

/** A table of Iceberg's in the catalog, to which rows are added in one commit. */
record IcebergSink(GlueContext context, CatalogTable table) implements Sink {

    @Override
    public void write(DynamicFrame frame) throws IOException {
        String name = IcebergNames.of(context.sparkSession(), table);
        try {
            frame.toDF().writeTo(name).append();
        } catch (NoSuchTableException e) {
            throw new IOException("The table " + name + " is not there: " + e.getMessage(), e);
        }
    }
}
