package io.laguna.engines.trino.lake.page;

import io.trino.filesystem.Location;
import io.trino.plugin.hive.AcidInfo;
import io.trino.plugin.hive.HiveColumnHandle;
import io.trino.plugin.hive.HiveColumnProjectionInfo;
import io.trino.plugin.hive.HivePageSourceFactory;
import io.trino.plugin.hive.Schema;
import io.trino.plugin.hive.acid.AcidTransaction;
import io.trino.spi.connector.ConnectorPageSource;
import io.trino.spi.connector.ConnectorSession;
import io.trino.spi.connector.MemoryContext;
import io.trino.spi.predicate.TupleDomain;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A reader of lines whose values are read as texts first. A text that is not of its column's type fails the query, as with
 * Athena, unless the table has {@code use.null.for.invalid.data}. Trino's own readers make it null, or take no type but text.
 */
record TextReading(HivePageSourceFactory reader, TextRules rules) implements HivePageSourceFactory {
    @Override
    public Optional<ConnectorPageSource> createPageSource(
            ConnectorSession session,
            Location path,
            long start,
            long length,
            long size,
            long modified,
            Schema schema,
            List<HiveColumnHandle> columns,
            TupleDomain<HiveColumnHandle> predicate,
            Optional<AcidInfo> acid,
            OptionalInt bucket,
            boolean original,
            AcidTransaction transaction,
            MemoryContext memory) {
        return reader.createPageSource(
                        session,
                        path,
                        start,
                        length,
                        size,
                        modified,
                        schema,
                        columns.stream().map(this::asText).toList(),
                        TupleDomain.all(),
                        acid,
                        bucket,
                        original,
                        transaction,
                        memory)
                .map(texts -> new ConvertedPages(
                        texts,
                        columns.stream()
                                .map(column -> conversion(column, schema))
                                .toList()));
    }

    private Optional<BlockConversion> conversion(HiveColumnHandle column, Schema schema) {
        if (rules.textOf(column.getType()).equals(column.getType())) {
            return Optional.empty();
        }
        ValueReaders values = new ValueReaders(rules, schema.serdeProperties(), column.getBaseHiveColumnIndex());
        return Optional.of(BlockConversion.to(column.getType(), rules, values));
    }

    private HiveColumnHandle asText(HiveColumnHandle column) {
        return new HiveColumnHandle(
                column.getBaseColumnName(),
                column.getBaseHiveColumnIndex(),
                column.getBaseHiveType(),
                rules.textOf(column.getBaseType()),
                column.getHiveColumnProjectionInfo()
                        .map(part -> new HiveColumnProjectionInfo(
                                part.getDereferenceIndices(),
                                part.getDereferenceNames(),
                                part.getHiveType(),
                                rules.textOf(part.getType()))),
                column.getColumnType(),
                column.getComment());
    }
}
