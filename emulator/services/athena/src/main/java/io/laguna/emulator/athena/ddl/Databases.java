package io.laguna.emulator.athena.ddl;

import software.amazon.awssdk.services.glue.model.Database;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;

/** Looking for databases. */
final class Databases {
    private Databases() {}

    /** @throws StatementFailure when there is no such database */
    static Database require(DataCatalog catalog, String name) {
        try {
            return catalog.glue().getDatabase(request -> request.name(name)).database();
        } catch (EntityNotFoundException e) {
            throw Failures.noDatabase(name);
        }
    }
}
