package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.Failures;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;

/** The statement {@code DROP DATABASE}: https://docs.aws.amazon.com/athena/latest/ug/drop-database.html */
public record DropDatabase(String name, boolean ifExists, boolean cascade) implements CatalogStatement {
    @Override
    public Outcome run(DataCatalog catalog) {
        try {
            catalog.glue().getDatabase(request -> request.name(name));
        } catch (EntityNotFoundException e) {
            if (ifExists) {
                return Answer.NOTHING;
            }
            throw Failures.noDatabase(name);
        }
        boolean empty = catalog.glue()
                .getTables(request -> request.databaseName(name).maxResults(1))
                .tableList()
                .isEmpty();
        if (!empty && !cascade) {
            throw Failures.databaseNotEmpty(name);
        }
        catalog.glue().deleteDatabase(request -> request.name(name));
        return Answer.NOTHING;
    }
}
