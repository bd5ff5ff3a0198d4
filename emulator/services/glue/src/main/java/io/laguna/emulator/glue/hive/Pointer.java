package io.laguna.emulator.glue.hive;

import io.trino.hive.thrift.metastore.Database;
import io.trino.hive.thrift.metastore.Partition;
import io.trino.hive.thrift.metastore.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The pointer by which an object of the metastore names its revision in Laguna's state: a parameter of the object,
 * written in the same transaction of the metastore as everything else about it.
 *
 * @param value unique to one write
 */
public record Pointer(String value) {
    /** The parameter's name. */
    public static final String PARAMETER = "laguna.revision";

    public static Pointer fresh() {
        return new Pointer(UUID.randomUUID().toString());
    }

    /** Returns the pointer of a table that Glue has never written. Such a table has no parameter of Laguna's. */
    public static Pointer ofHiveMade(Table table) {
        return ofHiveMade(table.getDbName(), table.getTableName(), table.getCreateTime());
    }

    /** Returns the pointer of such a table from its names and the second in which the metastore made it. */
    public static Pointer ofHiveMade(String database, String table, int created) {
        return new Pointer("hive:" + database + "." + table + ":" + created);
    }

    public static Optional<Pointer> in(Database database) {
        return in(database.getParameters());
    }

    public static Optional<Pointer> in(Table table) {
        return in(table.getParameters());
    }

    public static Optional<Pointer> in(Partition partition) {
        return in(partition.getParameters());
    }

    public void putInto(Database database) {
        database.putToParameters(PARAMETER, value);
    }

    public void putInto(Table table) {
        table.putToParameters(PARAMETER, value);
    }

    public void putInto(Partition partition) {
        partition.putToParameters(PARAMETER, value);
    }

    static Map<String, String> removedFrom(Map<String, String> parameters) {
        Map<String, String> others = new HashMap<>(parameters);
        others.remove(PARAMETER);
        return others;
    }

    private static Optional<Pointer> in(Map<String, String> parameters) {
        return Optional.ofNullable(parameters)
                .map(present -> present.get(PARAMETER))
                .map(Pointer::new);
    }
}
