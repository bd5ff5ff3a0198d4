package io.laguna.engines.trino.lake;

import io.laguna.engines.trino.lake.call.Forwarding;
import io.laguna.engines.trino.lake.cloudtrail.CloudTrailTables;
import io.trino.plugin.hive.HiveStorageFormat;
import io.trino.plugin.hive.HiveWritableTableHandle;
import io.trino.spi.StandardErrorCode;
import io.trino.spi.TrinoException;
import io.trino.spi.connector.ConnectorPageSinkProvider;
import io.trino.spi.type.VarcharType;

/** The tables into which rows are written: Trino writes CSV of texts only, and nobody writes files of CloudTrail. */
final class WritableTables {
    private WritableTables() {}

    /** Returns what writes pages, but fails for a table that cannot be written. */
    static ConnectorPageSinkProvider of(ConnectorPageSinkProvider sinks) {
        return Forwarding.to(ConnectorPageSinkProvider.class, (method, arguments) -> {
            for (Object argument : arguments) {
                if (argument instanceof HiveWritableTableHandle table) {
                    check(table);
                }
            }
            return Forwarding.call(method, sinks, arguments);
        });
    }

    private static void check(HiveWritableTableHandle table) {
        if (table.getPageSinkMetadata()
                .getTable()
                .filter(target -> CloudTrailTables.isMarked(target.getStorage().getSerdeParameters()))
                .isPresent()) {
            throw new TrinoException(
                    StandardErrorCode.NOT_SUPPORTED,
                    "Rows cannot be inserted into a table of CloudTrail's files: " + table.getSchemaTableName());
        }
        if (table.getTableStorageFormat() == HiveStorageFormat.CSV
                && table.getInputColumns().stream()
                        .anyMatch(column ->
                                !column.isPartitionKey() && !column.getType().equals(VarcharType.VARCHAR))) {
            throw new TrinoException(
                    StandardErrorCode.NOT_SUPPORTED,
                    "Rows are inserted into a table of OpenCSVSerde only where all its columns are strings: "
                            + table.getSchemaTableName());
        }
    }
}
