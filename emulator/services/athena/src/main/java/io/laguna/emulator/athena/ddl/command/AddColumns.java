package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.CatalogTable;
import io.laguna.emulator.athena.ddl.model.ColumnDefinition;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.PartitionSpec;
import io.laguna.emulator.athena.ddl.model.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.Column;

/**
 * The statement {@code ALTER TABLE ADD COLUMNS}:
 * https://docs.aws.amazon.com/athena/latest/ug/alter-table-add-columns.html
 */
public record AddColumns(TableName table, Optional<PartitionSpec> spec, List<ColumnDefinition> columns)
        implements CatalogStatement {
    @Override
    public Outcome run(DataCatalog catalog) {
        CatalogTable present = table.in(catalog);
        Alterations.requireTable(present);
        if (present.isIceberg()) {
            return new TrinoSql(columns.stream()
                    .map(column -> "ALTER TABLE %s ADD COLUMN %s".formatted(table.inIceberg(catalog), column.trino()))
                    .toList());
        }
        new ColumnChange(catalog, present, spec).apply(this::added);
        return Answer.NOTHING;
    }

    private List<Column> added(List<Column> old) {
        List<Column> all = new ArrayList<>(old);
        columns.forEach(column -> all.add(column.glue()));
        return all;
    }
}
