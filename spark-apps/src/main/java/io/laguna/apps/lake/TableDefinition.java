package io.laguna.apps.lake;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table as the catalog shows it. The table has the columns of the rows that are published.
 *
 * @param folder URI under which the snapshots lie, such as {@code s3://refined/covid/severity}
 * @param columnComments by column name; a column without one is shown without
 * @param partitionColumns in path order, empty for a table without partitions
 */
public record TableDefinition(
        String database,
        String name,
        String folder,
        String comment,
        Map<String, String> columnComments,
        List<String> partitionColumns) {

    public TableDefinition {
        columnComments = Map.copyOf(columnComments);
        partitionColumns = List.copyOf(partitionColumns);
    }

    /** Returns {@code database.name}. */
    public String qualifiedName() {
        return database + "." + name;
    }

    TableIdentifier identifier() {
        return new TableIdentifier(name, scala.Option.apply(database));
    }

    /** Returns the columns in catalog order, partition columns last, all nullable as Hive has them. */
    StructType schema(StructType rows) {
        StructType schema = new StructType();
        for (StructField field : rows.fields()) {
            if (!partitionColumns.contains(field.name())) {
                schema = schema.add(commented(field));
            }
        }
        for (String column : partitionColumns) {
            schema = schema.add(commented(rows.apply(column)));
        }
        return schema;
    }

    private StructField commented(StructField field) {
        StructField plain =
                new StructField(field.name(), field.dataType(), true, org.apache.spark.sql.types.Metadata.empty());
        return columnComments.containsKey(field.name()) ? plain.withComment(columnComments.get(field.name())) : plain;
    }
}
