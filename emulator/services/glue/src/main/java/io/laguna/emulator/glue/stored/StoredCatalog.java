package io.laguna.emulator.glue.stored;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.laguna.engines.DatabaseAccess;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.glue.model.InternalServiceException;

/**
 * The metastore's database, read through a pool of connections that cannot write.
 *
 * <p>Each query sees all that was committed before it began, and the metastore commits a change before it acknowledges it.
 */
public final class StoredCatalog implements AutoCloseable {
    private static final int CONNECTIONS = 16;
    private static final Duration CONNECTION_WAIT = Duration.ofSeconds(30);

    /**
     * All queries look few rows up by their keys, whatever PostgreSQL thinks that the tables hold: its statistics lag behind
     * by a minute and more, and a plan that was made for an empty table reads a full one from end to end.
     */
    private static final String PLANS = "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off"
            + " -c enable_hashjoin=off -c enable_mergejoin=off -c jit=off";

    private final HikariDataSource connections;

    private StoredCatalog(HikariDataSource connections) {
        this.connections = connections;
    }

    /** Returns the catalog in a database, which need not answer before the first query. */
    public static StoredCatalog in(DatabaseAccess address) {
        HikariConfig configuration = new HikariConfig();
        configuration.setPoolName("catalog");
        configuration.setJdbcUrl(address.url());
        configuration.setUsername(address.user());
        configuration.setPassword(address.password());
        configuration.setMaximumPoolSize(CONNECTIONS);
        configuration.setMinimumIdle(1);
        configuration.setInitializationFailTimeout(-1);
        configuration.setConnectionTimeout(CONNECTION_WAIT.toMillis());
        configuration.addDataSourceProperty("socketTimeout", "60");
        configuration.addDataSourceProperty("tcpKeepAlive", "true");
        configuration.addDataSourceProperty("prepareThreshold", "1");
        configuration.addDataSourceProperty("options", "-c default_transaction_read_only=on " + PLANS);
        return new StoredCatalog(new HikariDataSource(configuration));
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

    /** Returns the values of a parameter, of whatever has it. */
    public Set<String> parameters(String name) {
        return new HashSet<>(rows(Queries.PARAMETERS, row -> row.required("value"), name, name, name));
    }

    /**
     * Returns what a query finds.
     *
     * @param parameters texts, numbers and lists of texts
     * @throws InternalServiceException when PostgreSQL does not answer
     */
    <T> List<T> rows(String query, Read<T> read, Object... parameters) {
        try (Connection connection = connections.getConnection();
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
            throw InternalServiceException.builder()
                    .message("PostgreSQL does not answer from the catalog (" + e.getMessage()
                            + "): look at its log, .laguna/logs/postgresql.log")
                    .cause(e)
                    .build();
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
