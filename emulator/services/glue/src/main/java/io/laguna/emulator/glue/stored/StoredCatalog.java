package io.laguna.emulator.glue.stored;

import io.laguna.emulator.kit.state.StateConnections;
import io.laguna.engines.server.DatabaseAccess;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.ConnectionException;

/**
 * The metastore's database, read through a pool of connections that cannot write.
 *
 * <p>Each query sees everything that was committed before the query began, and the metastore commits a change before it
 * acknowledges the change.
 */
public final class StoredCatalog implements AutoCloseable {
    private static final int CONNECTIONS = 16;

    /**
     * The settings by which all queries find rows by their keys, whatever PostgreSQL's statistics say: these lag behind
     * by a minute and more, and a plan that was made for an empty table reads a full one from end to end.
     */
    private static final String PLANS = "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off"
            + " -c enable_hashjoin=off -c enable_mergejoin=off -c jit=off";

    private final StateConnections connections;

    private StoredCatalog(StateConnections connections) {
        this.connections = connections;
    }

    /**
     * Opens the catalog.
     *
     * @param logCommand the command that shows PostgreSQL's log
     * @throws RuntimeException when PostgreSQL does not answer
     */
    public static StoredCatalog open(DatabaseAccess address, String logCommand) {
        return new StoredCatalog(StateConnections.open(
                "catalog",
                address,
                CONNECTIONS,
                logCommand,
                Map.of("prepareThreshold", "1", "options", "-c default_transaction_read_only=on " + PLANS)));
    }

    public StoredDatabases databases() {
        return new StoredDatabases(this);
    }

    public StoredTables tables() {
        return new StoredTables(this);
    }

    public StoredPartitions partitions() {
        return new StoredPartitions(this);
    }

    /** Returns the values of a parameter, of all objects that have it. */
    public Set<String> parameters(String name) {
        return new HashSet<>(rows(Queries.PARAMETERS, row -> row.required("value"), name, name, name));
    }

    /**
     * Runs a query and returns its rows.
     *
     * @param parameters texts, numbers and lists of texts
     * @throws io.laguna.emulator.kit.EngineUnavailableException when PostgreSQL does not answer
     */
    <T> List<T> rows(String query, Read<T> read, Object... parameters) {
        try (Connection connection = connections.openConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                bind(connection, statement, i + 1, parameters[i]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet columns = statement.executeQuery()) {
                Row row = new Row(columns);
                while (columns.next()) {
                    found.add(read.from(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw connections.told(new ConnectionException(e));
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int position, Object value)
            throws SQLException {
        if (value instanceof List<?> texts) {
            statement.setArray(position, connection.createArrayOf("text", texts.toArray()));
        } else {
            statement.setObject(position, value);
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
