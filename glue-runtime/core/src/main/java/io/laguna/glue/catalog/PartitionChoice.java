package io.laguna.glue.catalog;

import io.laguna.glue.schema.Cast;
import io.laguna.glue.schema.SparkTypes;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import software.amazon.awssdk.services.glue.model.Partition;

/**
 * The choice of partitions by a predicate over their columns, which Spark itself evaluates.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-partitions.html">Managing partitions
 *     for ETL output in AWS Glue</a>
 */
public record PartitionChoice(SparkSession session, StructType columns) {
    private static final String NUMBER = "__partition";

    /** A predicate that names what is no partition column. The text is AWS's. */
    static final class UnresolvedPredicateException extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        UnresolvedPredicateException(String predicate, StructType columns, Throwable cause) {
            super(
                    "User's pushdown predicate: " + predicate + " can not be resolved against partition columns: "
                            + List.of(columns.fieldNames()),
                    cause);
        }
    }

    /** Returns the partitions for which the predicate holds. */
    public List<Partition> where(String predicate, List<Partition> partitions) {
        List<Row> rows = new ArrayList<>();
        for (Partition partition : partitions) {
            List<Object> row = new ArrayList<>(values(partition));
            row.add(rows.size());
            rows.add(RowFactory.create(row.toArray()));
        }
        Dataset<Row> all = session.createDataFrame(rows, columns.add(NUMBER, DataTypes.IntegerType));
        try {
            return filtered(all, predicate).select(NUMBER).collectAsList().stream()
                    .map(row -> partitions.get(row.getInt(0)))
                    .collect(Collectors.toList());
        } catch (ParseException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (AnalysisException e) {
            throw new UnresolvedPredicateException(predicate, columns, e);
        }
    }

    /** Returns the values of a partition in the types of its columns. */
    public List<Object> values(Partition partition) {
        String zone = session.sessionState().conf().sessionLocalTimeZone();
        List<Object> values = new ArrayList<>();
        StructField[] fields = columns.fields();
        for (int i = 0; i < fields.length; i++) {
            String text = partition.values().get(i);
            values.add(isDefault(text) ? null : new Cast(SparkTypes.type(fields[i].dataType()), zone).apply(text));
        }
        return values;
    }

    private static boolean isDefault(String text) {
        return text.equals("__HIVE_DEFAULT_PARTITION__");
    }

    /** Names the exception that Scala does not declare. */
    private static Dataset<Row> filtered(Dataset<Row> rows, String predicate) throws AnalysisException {
        return rows.where(predicate);
    }
}
