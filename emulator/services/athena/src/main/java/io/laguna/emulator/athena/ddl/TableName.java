package io.laguna.emulator.athena.ddl;

import java.util.Optional;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;

/** A table's or view's name, with its database if the statement gives one, both in lower case. */
public record TableName(Optional<String> database, String name) {
    public String databaseIn(DataCatalog catalog) {
        return database.orElse(catalog.database());
    }

    String asWritten() {
        return database.map(of -> of + "." + name).orElse(name);
    }

    /** The name for the engine's Iceberg catalog. */
    String inIceberg(DataCatalog catalog) {
        return "iceberg." + Quoted.identifier(databaseIn(catalog)) + "." + Quoted.identifier(name);
    }

    /** @throws StatementFailure when there is no such table, or no such database */
    CatalogTable in(DataCatalog catalog) {
        return find(catalog).orElseThrow(() -> {
            Databases.require(catalog, databaseIn(catalog));
            return Failures.noTable(this);
        });
    }

    Optional<CatalogTable> find(DataCatalog catalog) {
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
