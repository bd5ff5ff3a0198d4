package io.laguna.emulator.glue.stored;

import io.trino.hive.thrift.metastore.Partition;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The partitions of the catalog, by Hive's names. */
public final class StoredPartitions {
    private final StoredCatalog catalog;

    StoredPartitions(StoredCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Returns the next names of a table's partitions in order; none where there is no such table.
     *
     * @param range the only ones that are wanted
     * @param share the only ones that are wanted
     */
    public List<String> names(
            String database, String table, NameRange range, Share share, Optional<String> after, int most) {
        return catalog.rows(
                Queries.PARTITION_NAMES,
                row -> row.required("name"),
                database,
                table,
                after.orElse(""),
                range.first(),
                range.end(),
                share.of(),
                share.number(),
                most);
    }

    /** Returns the partitions of these names that are there, in any order. */
    public List<Partition> partitions(String database, String table, List<String> names) {
        return names.isEmpty()
                ? List.of()
                : catalog.rows(Queries.PARTITIONS, StoredPartitions::partition, database, table, names);
    }

    private static Partition partition(Row row) throws SQLException {
        Partition partition = new Partition();
        partition.setCatName("hive");
        partition.setDbName(row.required("database_name"));
        partition.setTableName(row.required("table_name"));
        partition.setValues(row.list("partition_values"));
        partition.setCreateTime(row.number("created"));
        partition.setLastAccessTime(row.number("accessed"));
        new StorageRow(row).storage().ifPresent(partition::setSd);
        partition.setParameters(row.parameters("parameters"));
        return partition;
    }
}
