package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.model.Location;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;

/** The statement {@code CREATE DATABASE}: https://docs.aws.amazon.com/athena/latest/ug/create-database.html */
public record CreateDatabase(
        String name,
        boolean ifNotExists,
        Optional<String> comment,
        Optional<Location> location,
        Map<String, String> properties)
        implements CatalogStatement {
    @Override
    public Outcome run(DataCatalog catalog) {
        try {
            catalog.glue()
                    .createDatabase(request -> request.databaseInput(input -> input.name(name)
                            .description(comment.orElse(null))
                            .locationUri(location.map(Location::text).orElse(null))
                            .parameters(properties)));
        } catch (AlreadyExistsException e) {
            if (!ifNotExists) {
                throw Failures.databaseExists(name);
            }
        }
        return Answer.NOTHING;
    }
}
