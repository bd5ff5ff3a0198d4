package io.laguna.redshift.load.parquet;

import io.laguna.redshift.load.value.Row;
import java.io.IOException;
import org.apache.parquet.column.ColumnReader;

/** The conversion of the value at which a column is. */
@FunctionalInterface
interface Leaf {
    void write(ColumnReader reader, Row row) throws IOException;
}
