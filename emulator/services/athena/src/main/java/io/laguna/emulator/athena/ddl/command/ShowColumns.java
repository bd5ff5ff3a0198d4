package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.CatalogTable;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.TableName;
import io.laguna.emulator.athena.ddl.text.Answers;
import io.laguna.emulator.athena.ddl.text.Padded;
import software.amazon.awssdk.services.glue.model.Column;

/** The statement {@code SHOW COLUMNS}: https://docs.aws.amazon.com/athena/latest/ug/show-columns.html */
public record ShowColumns(TableName table) implements CatalogStatement {
    @Override
    public Outcome run(DataCatalog catalog) {
        CatalogTable present = table.in(catalog);
        if (present.isView()) {
            return Answers.engineTexts(ViewColumns.rows(present), "column", "type");
        }
        return Answers.texts(
                present.allColumns().stream()
                        .map(Column::name)
                        .map(name -> present.isIceberg() ? name : Padded.text(name))
                        .toList(),
                "field");
    }
}
