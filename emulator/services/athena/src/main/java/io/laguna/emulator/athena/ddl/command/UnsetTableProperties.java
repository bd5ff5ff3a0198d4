package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.model.TableName;

/**
 * The statement {@code ALTER TABLE UNSET TBLPROPERTIES}:
 * https://docs.aws.amazon.com/athena/latest/ug/querying-iceberg-alter-table-unset-properties.html
 */
public record UnsetTableProperties(TableName table) implements CatalogStatement {
    @Override
    public Outcome run(DataCatalog catalog) {
        if (!table.in(catalog).isIceberg()) {
            throw Failures.unsupported("ALTER TABLE UNSET TBLPROPERTIES");
        }
        throw Failures.notImplemented("UNSET TBLPROPERTIES of Iceberg tables, which Trino does not have:"
                + " SET the properties to their defaults");
    }
}
