package io.laguna.engines.trino.lake;

import io.trino.hive.thrift.metastore.FieldSchema;
import io.trino.metastore.Column;
import io.trino.metastore.HiveType;
import io.trino.metastore.Partition;
import io.trino.metastore.Table;
import io.trino.plugin.hive.HiveStorageFormat;
import io.trino.plugin.hive.metastore.thrift.ThriftMetastore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The columns of tables of OpenCSVSerde as they are declared. Trino takes all of them for text, as Hive does; Athena does not.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/csv-serde.html">Open CSV SerDe for processing CSV</a>
 */
record DeclaredColumns(ThriftMetastore metastore) {
    /** Returns the table with the types of its definition. */
    Table of(Table table) {
        if (!isCsv(table)) {
            return table;
        }
        List<Column> columns = metastore.getTable(table.getDatabaseName(), table.getTableName()).stream()
                .flatMap(stored -> stored.getSd().getCols().stream())
                .map(DeclaredColumns::column)
                .toList();
        return Table.builder(table).setDataColumns(columns).build();
    }

    /** Returns a partition of a table with the table's types. */
    Partition of(Table table, Partition partition) {
        if (!isCsv(table)) {
            return partition;
        }
        List<Column> declared = table.getDataColumns();
        List<Column> stored = partition.getColumns();
        return Partition.builder(partition)
                .setColumns(IntStream.range(0, stored.size())
                        .mapToObj(at -> at < declared.size()
                                ? typed(stored.get(at), declared.get(at).getType())
                                : stored.get(at))
                        .toList())
                .build();
    }

    private static boolean isCsv(Table table) {
        return HiveStorageFormat.CSV
                .getSerde()
                .equals(table.getStorage().getStorageFormat().getSerDeNullable());
    }

    private static Column column(FieldSchema field) {
        return new Column(
                field.getName(), HiveType.valueOf(field.getType()), Optional.ofNullable(field.getComment()), Map.of());
    }

    private static Column typed(Column column, HiveType type) {
        return new Column(column.getName(), type, column.getComment(), column.getProperties());
    }
}
