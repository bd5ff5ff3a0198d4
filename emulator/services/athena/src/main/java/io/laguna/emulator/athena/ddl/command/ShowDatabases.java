package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.NamePattern;
import io.laguna.emulator.athena.ddl.text.Answers;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.Database;
import software.amazon.awssdk.services.glue.model.GetDatabasesRequest;

/** The statement {@code SHOW DATABASES}: https://docs.aws.amazon.com/athena/latest/ug/show-databases.html */
public record ShowDatabases(Optional<NamePattern> pattern) implements CatalogStatement {
    @Override
    public Outcome run(DataCatalog catalog) {
        List<String> names = catalog
                .glue()
                .getDatabasesPaginator(GetDatabasesRequest.builder().build())
                .stream()
                .flatMap(page -> page.databaseList().stream())
                .map(Database::name)
                .toList();
        return Answers.texts(pattern.map(wanted -> wanted.matching(names)).orElse(names), "database_name");
    }
}
