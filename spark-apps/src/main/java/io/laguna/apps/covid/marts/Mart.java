package io.laguna.apps.covid.marts;

import io.laguna.apps.lake.TableDefinition;
import io.laguna.apps.lake.Zone;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A table of the refined zone. */
interface Mart {

    String name();

    String comment();

    /** Returns the meaning and the unit of each column, by column name. */
    Map<String, String> columns();

    /** Returns the mart's rows, computed from the views that {@link Views} describes. */
    Dataset<Row> rows(SparkSession spark);

    /**
     * Returns the definition of the table as which the mart is published.
     *
     * @param refined root of the refined zone, such as {@code s3://refined}
     */
    default TableDefinition table(String refined) {
        String folder = refined + "/covid/" + name();
        return new TableDefinition(Zone.REFINED.database(), name(), folder, comment(), columns(), List.of());
    }
}
