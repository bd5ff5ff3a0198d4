package io.laguna.apps.lake;

import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.types.StructType;

/**
 * A table of CSV files with a header line, registered where they lie and partitioned by their folders. Such tables need
 * a Hive catalog: in a session without one nothing is registered.
 *
 * @param folder URI of the folder that holds the partitions' folders
 * @param columns by position in the files, all strings, without the partition column
 */
public record ExternalTable(
        String database, String name, String folder, String comment, StructType columns, String partitionColumn) {

    /** Creates or replaces the table, so that its partitions are these folders {@code partitionColumn=value}. */
    public void register(SparkSession spark, List<Path> partitions) {
        if (!Lake.hasHive(spark)) {
            return;
        }
        spark.sql(
                """
                CREATE EXTERNAL TABLE IF NOT EXISTS %s.%s (%s)
                COMMENT %s
                PARTITIONED BY (%s STRING COMMENT 'Folder that the file was delivered in')
                ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.OpenCSVSerde'
                WITH SERDEPROPERTIES ('separatorChar' = ',', 'quoteChar' = '"')
                STORED AS TEXTFILE
                LOCATION %s
                TBLPROPERTIES ('skip.header.line.count' = '1')
                """
                        .formatted(
                                database,
                                name,
                                columns.toDDL(),
                                Sql.literal(comment),
                                partitionColumn,
                                Sql.literal(folder)));
        Catalog.find(spark, identifier()).ifPresent(table -> new Partitions(spark, table).become(partitions));
    }

    /** Removes the table from the catalog; the files stay. */
    public void drop(SparkSession spark) {
        if (Lake.hasHive(spark)) {
            spark.sql("DROP TABLE IF EXISTS %s.%s".formatted(database, name));
        }
    }

    private TableIdentifier identifier() {
        return new TableIdentifier(name, scala.Option.apply(database));
    }
}
