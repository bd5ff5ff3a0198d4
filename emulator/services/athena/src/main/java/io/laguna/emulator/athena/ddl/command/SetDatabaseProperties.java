package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.Databases;
import io.laguna.emulator.kit.shape.Shapes;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.glue.model.Database;
import software.amazon.awssdk.services.glue.model.DatabaseInput;

/**
 * The statement {@code ALTER DATABASE SET DBPROPERTIES}:
 * https://docs.aws.amazon.com/athena/latest/ug/alter-database-set-dbproperties.html
 */
public record SetDatabaseProperties(String name, Map<String, String> properties) implements CatalogStatement {
    @Override
    public Outcome run(DataCatalog catalog) {
        Database present = Databases.require(catalog, name);
        Map<String, String> all = new HashMap<>(present.parameters());
        all.putAll(properties);
        catalog.glue().updateDatabase(request -> request.name(name)
                .databaseInput(Shapes.copy(present, DatabaseInput.builder())
                        .parameters(all)
                        .build()));
        return Answer.NOTHING;
    }
}
