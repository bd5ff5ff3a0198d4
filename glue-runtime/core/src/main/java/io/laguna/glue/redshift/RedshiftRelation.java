package io.laguna.glue.redshift;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SQLContext;
import org.apache.spark.sql.sources.BaseRelation;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.sources.InsertableRelation;
import org.apache.spark.sql.sources.PrunedFilteredScan;
import org.apache.spark.sql.types.StructType;

/** A table of Redshift, or a query, as Spark plans with it: columns and conditions go into the UNLOAD. */
public final class RedshiftRelation extends BaseRelation implements PrunedFilteredScan, InsertableRelation {
    private final RedshiftTable table;
    private final StructType schema;

    /** Creates the relation of a table whose columns the database tells. */
    public RedshiftRelation(RedshiftTable table) {
        this(table, new Unloading(table).schema());
    }

    public RedshiftRelation(RedshiftTable table, StructType schema) {
        this.table = table;
        this.schema = schema;
    }

    @Override
    public SQLContext sqlContext() {
        return table.session().sqlContext();
    }

    @Override
    public StructType schema() {
        return schema;
    }

    @Override
    public RDD<Row> buildScan(String[] requiredColumns, Filter[] filters) {
        try {
            // A count asks for no column: one is read, and its rows count.
            List<String> columns =
                    requiredColumns.length > 0 ? List.of(requiredColumns) : List.of(schema.fieldNames()[0]);
            Dataset<Row> rows = table.read(columns, PushedFilter.sql(filters));
            return (requiredColumns.length > 0 ? rows : rows.select()).rdd();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    @Override
    public void insert(Dataset<Row> rows, boolean overwrite) {
        try {
            table.write(rows, overwrite ? RedshiftTable.Before.DROPPED : RedshiftTable.Before.KEPT);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
