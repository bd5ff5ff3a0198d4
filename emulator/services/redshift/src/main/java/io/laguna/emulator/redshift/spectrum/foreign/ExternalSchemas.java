package io.laguna.emulator.redshift.spectrum.foreign;

import io.laguna.emulator.redshift.session.Scope;
import io.laguna.engines.server.DatabaseAccess;
import io.laguna.redshift.wire.message.SqlFailure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The external schemas of clusters' databases. Their names are kept in memory, so that a statement without any costs
 * nothing; what a schema is, is read from the database.
 */
public final class ExternalSchemas {
    private static final String ALL =
            """
            SELECT n.nspname, e.database, e.options::jsonb ->> 'IAM_ROLE'
            FROM laguna.external_schema e JOIN pg_catalog.pg_namespace n ON n.nspname = e.schemaname
            WHERE e.kind = 1
            """;

    private final ConcurrentMap<Place, Set<String>> names = new ConcurrentHashMap<>();

    /** A database of a cluster. */
    private record Place(String cluster, String database) {
        static Place of(Scope scope) {
            return new Place(
                    scope.cluster().account() + "/" + scope.cluster().region() + "/"
                            + scope.cluster().identifier(),
                    scope.database());
        }
    }

    /** Tells whether a schema may be external: it is, or nobody has looked yet. */
    public boolean mayBe(String schema, Scope scope) {
        Set<String> known = names.get(Place.of(scope));
        return known == null || known.contains(schema);
    }

    /** Returns the external schemas of a session's database, by their names. */
    public Map<String, ExternalSchema> of(Scope scope) throws SqlFailure {
        DatabaseAccess administrator = scope.cluster().administrator(scope.database());
        Map<String, ExternalSchema> schemas = Administration.run(administrator, ExternalSchemas::read);
        names.put(Place.of(scope), Set.copyOf(schemas.keySet()));
        return schemas;
    }

    /** Forgets the names, since a statement makes or drops a schema. */
    public void forget(Scope scope) {
        names.remove(Place.of(scope));
    }

    public Optional<ExternalSchema> find(String schema, Scope scope) throws SqlFailure {
        return Optional.ofNullable(of(scope).get(schema));
    }

    private static Map<String, ExternalSchema> read(Connection connection) throws SQLException {
        Map<String, ExternalSchema> schemas = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ALL)) {
            while (rows.next()) {
                String name = rows.getString(1);
                schemas.put(name, new ExternalSchema(name, rows.getString(2), rows.getString(3)));
            }
        }
        return schemas;
    }
}
