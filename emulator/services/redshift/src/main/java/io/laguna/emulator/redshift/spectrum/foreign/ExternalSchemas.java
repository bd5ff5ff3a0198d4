package io.laguna.emulator.redshift.spectrum.foreign;

import io.laguna.emulator.redshift.session.Scope;
import io.laguna.engines.server.DatabaseAccess;
import io.laguna.redshift.wire.message.SqlFailure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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

    /** How long a transaction may last that makes or drops a schema: only then is it known what has become of that. */
    private static final Duration UNSETTLED = Duration.ofMinutes(10);

    private final ConcurrentMap<Place, Map<String, ExternalSchema>> known = new ConcurrentHashMap<>();
    /** Until when nothing is kept of a database. */
    private final ConcurrentMap<Place, Instant> unsettled = new ConcurrentHashMap<>();

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
        Map<String, ExternalSchema> schemas = known.get(Place.of(scope));
        return schemas == null || schemas.containsKey(schema);
    }

    /** Returns the external schemas of a session's database, by their names. */
    public Map<String, ExternalSchema> of(Scope scope) throws SqlFailure {
        Place place = Place.of(scope);
        Map<String, ExternalSchema> kept = known.get(place);
        if (kept != null) {
            return kept;
        }
        DatabaseAccess administrator = scope.cluster().administrator(scope.database());
        Map<String, ExternalSchema> schemas = Map.copyOf(Administration.run(administrator, ExternalSchemas::read));
        if (unsettled.getOrDefault(place, Instant.MIN).isBefore(Instant.now())) {
            known.put(place, schemas);
        }
        return schemas;
    }

    /**
     * Forgets what is known, since a statement makes or drops a schema.
     *
     * @param inBlock whether the statement's transaction goes on
     */
    public void forget(Scope scope, boolean inBlock) {
        if (inBlock) {
            unsettled.put(Place.of(scope), Instant.now().plus(UNSETTLED));
        }
        known.remove(Place.of(scope));
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
