package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.CatalogTable;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.Databases;
import io.laguna.emulator.athena.ddl.model.NamePattern;
import io.laguna.emulator.athena.ddl.text.Answers;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.GetTablesRequest;

/**
 * The statements {@code SHOW TABLES} and {@code SHOW VIEWS}:
 * https://docs.aws.amazon.com/athena/latest/ug/show-tables.html and
 * https://docs.aws.amazon.com/athena/latest/ug/show-views.html
 */
public record ShowTables(Optional<String> database, Optional<NamePattern> pattern, boolean viewsOnly)
        implements CatalogStatement {
    @Override
    public Outcome run(DataCatalog catalog) {
        String of = database.orElse(catalog.database());
        Databases.require(catalog, of);
        GetTablesRequest request = GetTablesRequest.builder().databaseName(of).build();
        List<String> names = catalog.glue().getTablesPaginator(request).stream()
                .flatMap(page -> page.tableList().stream())
                .map(CatalogTable::new)
                .filter(table -> table.isView() || !viewsOnly)
                .map(CatalogTable::name)
                .toList();
        List<String> shown = pattern.map(wanted -> wanted.matching(names)).orElse(names);
        return viewsOnly ? Answers.engineTexts(shown, "views") : Answers.texts(shown, "tab_name");
    }
}
