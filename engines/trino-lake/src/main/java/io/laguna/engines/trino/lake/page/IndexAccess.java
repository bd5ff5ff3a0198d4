package io.laguna.engines.trino.lake.page;

import io.trino.plugin.hive.HiveTableHandle;
import io.trino.spi.connector.ColumnHandle;
import io.trino.spi.connector.ConnectorPageSource;
import io.trino.spi.connector.ConnectorPageSourceProvider;
import io.trino.spi.connector.ConnectorSession;
import io.trino.spi.connector.ConnectorSplit;
import io.trino.spi.connector.ConnectorTableCredentials;
import io.trino.spi.connector.ConnectorTableHandle;
import io.trino.spi.connector.ConnectorTransactionHandle;
import io.trino.spi.connector.DynamicFilter;
import io.trino.spi.connector.MemoryContext;
import java.util.List;
import java.util.Optional;

/** A reader of splits that finds columns as each table says. */
record IndexAccess(ConnectorPageSourceProvider pages, ColumnAccess access) implements ConnectorPageSourceProvider {
    @Override
    public ConnectorPageSource createPageSource(
            ConnectorTransactionHandle transaction,
            ConnectorSession session,
            ConnectorSplit split,
            ConnectorTableHandle table,
            Optional<ConnectorTableCredentials> credentials,
            List<ColumnHandle> columns,
            DynamicFilter filter,
            MemoryContext memory) {
        ConnectorSession tables = access.session(session, ((HiveTableHandle) table).getSchemaTableName());
        return pages.createPageSource(transaction, tables, split, table, credentials, columns, filter, memory);
    }
}
