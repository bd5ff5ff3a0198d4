package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.StatementFailure;
import io.laguna.emulator.athena.ddl.model.TableName;
import io.laguna.emulator.athena.ddl.words.Quoted;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The statement {@code ALTER TABLE DROP COLUMN}:
 * https://docs.aws.amazon.com/athena/latest/ug/querying-iceberg-alter-table-drop-column.html
 *
 * @param column with the members of structures that lead to it
 * @param refusal for a table that is not Iceberg's, for which there is no such statement
 */
public record DropColumn(TableName table, List<String> column, StatementFailure refusal) implements CatalogStatement {
    @Override
    public Outcome run(DataCatalog catalog) {
        if (!table.in(catalog).isIceberg()) {
            throw refusal;
        }
        return TrinoSql.of("ALTER TABLE %s DROP COLUMN %s"
                .formatted(
                        table.inIceberg(catalog),
                        column.stream().map(Quoted::identifier).collect(Collectors.joining("."))));
    }
}
