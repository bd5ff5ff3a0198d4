package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.model.TableName;
import java.util.Optional;

/**
 * The statement {@code OPTIMIZE}: https://docs.aws.amazon.com/athena/latest/ug/optimize-statement.html
 *
 * @param condition on the files' rows, as it was written
 */
public record OptimizeTable(TableName table, Optional<String> condition) implements CatalogStatement {
    @Override
    public Outcome run(DataCatalog catalog) {
        if (!table.in(catalog).isIceberg()) {
            throw Failures.argument("OPTIMIZE is supported only for Iceberg tables: " + table.asWritten());
        }
        return TrinoSql.of("ALTER TABLE %s EXECUTE optimize%s"
                .formatted(
                        table.inIceberg(catalog),
                        condition.map(where -> " WHERE " + where).orElse("")));
    }
}
