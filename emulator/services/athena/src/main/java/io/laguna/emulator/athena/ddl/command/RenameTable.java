package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.model.TableName;

/**
 * The statement {@code ALTER TABLE RENAME TO}:
 * https://docs.aws.amazon.com/athena/latest/ug/querying-iceberg-alter-table-rename.html
 */
public record RenameTable(TableName table, TableName renamed) implements CatalogStatement {
    @Override
    public Outcome run(DataCatalog catalog) {
        if (!table.in(catalog).isIceberg()) {
            throw Failures.semantic("Table cannot be renamed");
        }
        return TrinoSql.of(
                "ALTER TABLE %s RENAME TO %s".formatted(table.inIceberg(catalog), renamed.inIceberg(catalog)));
    }
}
