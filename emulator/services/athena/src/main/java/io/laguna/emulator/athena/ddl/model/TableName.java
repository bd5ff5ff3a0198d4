package io.laguna.emulator.athena.ddl.model;

import io.laguna.emulator.athena.ddl.words.Quoted;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;

/** The name of a table or view, with its database if the statement gives one, both in lower case. */
public record TableName(Optional<String> database, String name) {
    public String databaseIn(DataCatalog catalog) {
        return database.orElse(catalog.database());
    }

    public String asWritten() {
        return database.map(of -> of + "." + name).orElse(name);
    }

    /** Returns the name as a statement for the engine's Iceberg catalog has it. */
    public String inIceberg(DataCatalog catalog) {
        return "iceberg." + Quoted.identifier(databaseIn(catalog)) + "." + Quoted.identifier(name);
    }

    /**
     * Returns the table that has this name.
     *
     * @throws StatementFailure when there is no such table, or no such database
     */
    public CatalogTable in(DataCatalog catalog) {
        return find(catalog).orElseThrow(() -> {
            Databases.require(catalog, databaseIn(catalog));
            return Failures.noTable(this);
        });
    }

    public Optional<CatalogTable> find(DataCatalog catalog) {
        try {
            return Optional.of(new CatalogTable(catalog.glue()
                    .getTable(
                            request -> request.databaseName(databaseIn(catalog)).name(name))
                    .table()));
        } catch (EntityNotFoundException e) {
            return Optional.empty();
        }
    }
}
