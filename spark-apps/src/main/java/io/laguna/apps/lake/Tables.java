package io.laguna.apps.lake;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.types.StructType;
import scala.collection.JavaConverters;

/**
 * The tables whose readers see a complete set of files at any moment: rows are written into a new directory
 * {@code snapshot=<UTC time>}, then the catalog is pointed at it, then older snapshots are deleted. A run that dies
 * leaves the old snapshot current and its own directory for the next publication to clear.
 */
public final class Tables {

    private static final String PREFIX = "snapshot=";

    private static final DateTimeFormatter SNAPSHOT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);

    private Tables() {}

    /** Replaces the table's rows, creating the table or changing its columns as needed. */
    public static void publish(Dataset<Row> rows, TableDefinition table) {
        point(rows.sparkSession(), table, write(rows, table));
    }

    /** Writes rows that no reader sees before {@link #point} is called. */
    public static Snapshot write(Dataset<Row> rows, TableDefinition table) {
        String location = unused(Folders.of(rows.sparkSession(), table.folder()), table.folder());
        rows.write()
                .mode(SaveMode.ErrorIfExists)
                .partitionBy(table.partitionColumns().toArray(String[]::new))
                .parquet(location);
        return new Snapshot(location, table.schema(rows.schema()));
    }

    /** Makes the snapshot the one that readers see, and deletes all others. */
    public static void point(SparkSession spark, TableDefinition table, Snapshot snapshot) {
        CatalogTable registered = register(spark, table, snapshot.schema(), snapshot.location());
        Folders folders = Folders.of(spark, table.folder());
        int levels = table.partitionColumns().size();
        if (levels > 0) {
            new Partitions(spark, registered).become(folders.partitions(snapshot.location(), levels));
        }
        spark.sql("ALTER TABLE %s SET LOCATION %s".formatted(table.qualifiedName(), Sql.literal(snapshot.location())));
        spark.catalog().refreshTable(table.qualifiedName());
        clearLeftovers(spark, table);
    }

    /**
     * Replaces single partitions of a table that keeps the others: {@code rows} must hold no row of a partition that is
     * not in {@code replaced}, and a partition in {@code replaced} without rows ends up absent. The partitions lie
     * directly in the table's folder, without snapshots.
     *
     * @param replaced values of the table's only partition column
     */
    public static void replacePartitions(Dataset<Row> rows, TableDefinition table, Set<String> replaced) {
        SparkSession spark = rows.sparkSession();
        Folders folders = Folders.of(spark, table.folder());
        String column = table.partitionColumns().get(0);
        for (String value : replaced) {
            folders.delete(new Path(table.folder(), column + "=" + value));
        }
        // A committer would take in what a run that died left here.
        folders.delete(new Path(table.folder(), "_temporary"));
        rows.write().mode(SaveMode.Append).partitionBy(column).parquet(table.folder());
        CatalogTable registered = register(spark, table, table.schema(rows.schema()), table.folder());
        new Partitions(spark, registered).become(folders.partitions(table.folder(), 1));
        spark.catalog().refreshTable(table.qualifiedName());
    }

    /**
     * Returns the location of the files that readers see; empty when the table is not registered or its files are gone.
     */
    public static Optional<String> location(SparkSession spark, TableDefinition table) {
        return find(spark, table)
                .map(registered -> registered.location().toString())
                .filter(location -> Folders.of(spark, location).exists(new Path(location)));
    }

    /** Deletes the snapshots which neither the table nor a partition of it points at. */
    public static void clearLeftovers(SparkSession spark, TableDefinition table) {
        Set<String> used = new HashSet<>();
        find(spark, table).ifPresent(registered -> {
            used.add(snapshot(new Path(registered.location())));
            if (!registered.partitionColumnNames().isEmpty()) {
                new Partitions(spark, registered)
                        .locations()
                        .forEach(location -> used.add(snapshot(new Path(location))));
            }
        });
        Folders folders = Folders.of(spark, table.folder());
        folders.list(table.folder(), PREFIX).stream()
                .filter(folder -> !used.contains(folder.getName()))
                .forEach(folders::delete);
    }

    /** Returns the name of the snapshot's directory that the path is, or in which it lies. */
    private static String snapshot(Path path) {
        return path.getName().startsWith(PREFIX) || path.isRoot() ? path.getName() : snapshot(path.getParent());
    }

    private static String unused(Folders folders, String folder) {
        Instant now = Clock.systemUTC().instant();
        while (true) {
            String location = folder + "/" + PREFIX + SNAPSHOT.format(now);
            if (!folders.exists(new Path(location))) {
                return location;
            }
            now = now.plusMillis(1);
        }
    }

    private static Optional<CatalogTable> find(SparkSession spark, TableDefinition table) {
        return Catalog.find(spark, table.identifier());
    }

    private static boolean sameShape(CatalogTable registered, TableDefinition table, StructType schema) {
        List<String> partitionColumns = JavaConverters.seqAsJavaList(registered.partitionColumnNames());
        return registered.schema().toDDL().equals(schema.toDDL())
                && registered.provider().contains("parquet")
                && registered.comment().contains(table.comment())
                && partitionColumns.equals(table.partitionColumns());
    }

    /** Returns the table in the catalog, and creates it at {@code location} unless it is there in this shape. */
    private static CatalogTable register(
            SparkSession spark, TableDefinition table, StructType schema, String location) {
        Optional<CatalogTable> present = find(spark, table).filter(found -> sameShape(found, table, schema));
        return present.orElseGet(() -> create(spark, table, schema, location));
    }

    private static CatalogTable create(SparkSession spark, TableDefinition table, StructType schema, String location) {
        spark.sql("DROP TABLE IF EXISTS " + table.qualifiedName());
        String partitionedBy = table.partitionColumns().isEmpty()
                ? ""
                : "PARTITIONED BY (" + String.join(", ", table.partitionColumns()) + ")";
        spark.sql("CREATE TABLE %s (%s) USING parquet %s COMMENT %s LOCATION %s"
                .formatted(
                        table.qualifiedName(),
                        schema.toDDL(),
                        partitionedBy,
                        Sql.literal(table.comment()),
                        Sql.literal(location)));
        return find(spark, table)
                .orElseThrow(() -> new IllegalStateException(
                        table.qualifiedName() + " was created and is not in the catalog: did another job drop it?"));
    }
}
