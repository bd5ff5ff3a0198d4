package io.laguna.emulator.glue;

import java.util.UUID;

/**
 * An object of the metastore that has state in Laguna: a database, a table or a partition.
 *
 * @param hiveDatabase where it was last seen in the metastore
 * @param hiveTable empty for a database
 * @param hivePartition Hive's name of a partition, otherwise empty
 */
record Entity(UUID id, Kind kind, String hiveDatabase, String hiveTable, String hivePartition) {
    enum Kind {
        DATABASE,
        TABLE,
        PARTITION
    }

    static Entity newDatabase(String hiveName) {
        return new Entity(UUID.randomUUID(), Kind.DATABASE, hiveName, "", "");
    }

    static Entity newTable(String hiveDatabase, String hiveName) {
        return new Entity(UUID.randomUUID(), Kind.TABLE, hiveDatabase, hiveName, "");
    }

    static Entity newPartition(String hiveDatabase, String hiveTable, String hiveName) {
        return new Entity(UUID.randomUUID(), Kind.PARTITION, hiveDatabase, hiveTable, hiveName);
    }
}
