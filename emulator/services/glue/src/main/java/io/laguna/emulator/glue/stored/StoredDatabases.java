package io.laguna.emulator.glue.stored;

import io.trino.hive.thrift.metastore.Database;
import io.trino.hive.thrift.metastore.PrincipalType;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The databases of the catalog, by Hive's names. */
public final class StoredDatabases {
    private final StoredCatalog catalog;

    StoredDatabases(StoredCatalog catalog) {
        this.catalog = catalog;
    }

    /** Returns the next names in order. */
    public List<String> names(Optional<String> after, int most) {
        return catalog.rows(Queries.DATABASE_NAMES, row -> row.required("name"), after.orElse(""), most);
    }

    public Optional<Database> find(String name) {
        return databases(List.of(name)).stream().findFirst();
    }

    /** Returns the databases of these names that are there, in any order. */
    public List<Database> databases(List<String> names) {
        return names.isEmpty() ? List.of() : catalog.rows(Queries.DATABASES, StoredDatabases::database, names);
    }

    private static Database database(Row row) throws SQLException {
        Database database = new Database();
        database.setName(row.required("name"));
        row.text("description").ifPresent(database::setDescription);
        row.text("location").ifPresent(database::setLocationUri);
        database.setParameters(row.parameters("parameters"));
        row.text("owner").ifPresent(database::setOwnerName);
        row.text("owner_type").map(PrincipalType::valueOf).ifPresent(database::setOwnerType);
        database.setCatalogName("hive");
        return database;
    }
}
