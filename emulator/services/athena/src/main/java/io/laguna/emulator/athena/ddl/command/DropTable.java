package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.CatalogTable;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.model.TableName;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;

/**
 * The statement {@code DROP TABLE}: https://docs.aws.amazon.com/athena/latest/ug/drop-table.html
 *
 * <p>Files stay, but those of Iceberg tables.
 */
public record DropTable(TableName table, boolean ifExists) implements CatalogStatement {
    @Override
    public Outcome run(DataCatalog catalog) {
        Optional<CatalogTable> present = table.find(catalog);
        if (present.isEmpty() && ifExists) {
            return Answer.NOTHING;
        }
        CatalogTable dropped = present.orElseGet(() -> table.in(catalog));
        if (dropped.isView()) {
            throw Failures.task("Cannot drop a view with DROP TABLE");
        }
        if (dropped.isIceberg()) {
            return TrinoSql.of("DROP TABLE " + table.inIceberg(catalog));
        }
        try {
            catalog.glue().deleteTable(request -> request.databaseName(table.databaseIn(catalog))
                    .name(table.name()));
        } catch (EntityNotFoundException e) {
            if (!ifExists) {
                throw Failures.noTable(table);
            }
        }
        return Answer.NOTHING;
    }
}
