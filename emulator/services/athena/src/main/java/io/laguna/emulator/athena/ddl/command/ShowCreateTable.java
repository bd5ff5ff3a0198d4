package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.CatalogTable;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.model.IcebergMetadata;
import io.laguna.emulator.athena.ddl.model.TableName;
import io.laguna.emulator.athena.ddl.text.Answers;
import io.laguna.emulator.athena.ddl.text.IcebergTableText;
import io.laguna.emulator.athena.ddl.text.TableText;
import java.util.List;

/** The statement {@code SHOW CREATE TABLE}: https://docs.aws.amazon.com/athena/latest/ug/show-create-table.html */
public record ShowCreateTable(TableName table) implements CatalogStatement {
    @Override
    public Outcome run(DataCatalog catalog) {
        CatalogTable present = table.in(catalog);
        if (present.isView()) {
            throw Failures.argument(
                    "Table " + table.asWritten() + " is a view: use SHOW CREATE VIEW " + table.asWritten());
        }
        List<String> lines = present.isIceberg()
                ? new IcebergTableText(table, present, IcebergMetadata.of(catalog, present)).lines()
                : new TableText(table, present).lines();
        return Answers.texts(lines, "createtab_stmt");
    }
}
