package io.laguna.emulator.athena.ddl.model;

import software.amazon.awssdk.services.glue.model.Database;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;

/** The search for databases. */
public final class Databases {
    private Databases() {}

    /**
     * Returns a database that has to be there.
     *
     * @throws StatementFailure when there is no such database
     */
    public static Database require(DataCatalog catalog, String name) {
        try {
            return catalog.glue().getDatabase(request -> request.name(name)).database();
        } catch (EntityNotFoundException e) {
            throw Failures.noDatabase(name);
        }
    }
}
