package io.laguna.apps.covid.marts;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A mart whose rows are those of the query in the resource {@code <name>.sql}. */
record SqlMart(String name, String comment, Map<String, String> columns) implements Mart {

    @Override
    public Dataset<Row> rows(SparkSession spark) {
        return spark.sql(Query.named(name));
    }
}
