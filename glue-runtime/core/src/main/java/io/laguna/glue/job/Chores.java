package io.laguna.glue.job;

import io.laguna.glue.catalog.CatalogTable;
import io.laguna.glue.catalog.DataCatalog;
import io.laguna.glue.catalog.JdbcConnection;
import io.laguna.glue.catalog.PartitionChoice;
import io.laguna.glue.context.GlueContext;
import io.laguna.glue.format.Options;
import io.laguna.glue.storage.FileListing;
import io.laguna.glue.storage.OldFiles;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.types.StructType;
import software.amazon.awssdk.services.glue.model.Partition;

/** The chores of a job: what it does to tables and paths beside reading and writing them. */
public final class Chores {
    private final GlueContext context;

    public Chores(GlueContext context) {
        this.context = context;
    }

    /** Deletes the files below a path that are older than the retention. */
    public void purgePath(String path, Map<String, ?> options) throws IOException {
        new OldFiles(configuration(), Options.of(options)).purge(path);
    }

    /** Moves the files below a path that are older than the retention to a storage class. */
    public void transitionPath(String path, String storageClass, Map<String, ?> options) throws IOException {
        new OldFiles(configuration(), Options.of(options)).transition(path, storageClass);
    }

    /**
     * Deletes a table's old files; of a partitioned one, those of the partitions that a predicate chooses. A partition
     * that has no file any more leaves the catalog.
     */
    public void purgeTable(String database, String name, Map<String, ?> options, String catalogId) throws IOException {
        DataCatalog catalog = DataCatalog.of(catalogId);
        CatalogTable table = catalog.table(database, name);
        if (!table.isPartitioned()) {
            purgePath(table.location(), options);
        }
        for (Partition partition : partitions(catalog, table, Options.of(options))) {
            String location = partition.storageDescriptor().location();
            purgePath(location, options);
            if (new FileListing(configuration(), true, List.of())
                    .files(location)
                    .isEmpty()) {
                catalog.deletePartition(table, partition.values());
            }
        }
    }

    /** Moves a table's old files to a storage class. */
    public void transitionTable(
            String database, String name, String storageClass, Map<String, ?> options, String catalogId)
            throws IOException {
        DataCatalog catalog = DataCatalog.of(catalogId);
        CatalogTable table = catalog.table(database, name);
        if (!table.isPartitioned()) {
            transitionPath(table.location(), storageClass, options);
        }
        for (Partition partition : partitions(catalog, table, Options.of(options))) {
            transitionPath(partition.storageDescriptor().location(), storageClass, options);
        }
    }

    private List<Partition> partitions(DataCatalog catalog, CatalogTable table, Options options) {
        if (!table.isPartitioned()) {
            return List.of();
        }
        List<Partition> partitions = catalog.partitions(table, Optional.empty());
        return options.text("partitionPredicate")
                .map(predicate -> new PartitionChoice(context.sparkSession(), table.partitionSchema())
                        .where(predicate, partitions))
                .orElse(partitions);
    }

    /** Returns the user, password and address of a connection. */
    public Map<String, String> jdbcConf(String connection, String catalogId) {
        return JdbcConnection.of(DataCatalog.of(catalogId).connection(connection))
                .conf();
    }

    /** Returns a table's columns as Spark's types, those of partitions last. */
    public StructType catalogSchema(String database, String table, String catalogId) {
        return DataCatalog.of(catalogId).table(database, table).schema();
    }

    private Configuration configuration() {
        return context.sparkSession().sparkContext().hadoopConfiguration();
    }
}
