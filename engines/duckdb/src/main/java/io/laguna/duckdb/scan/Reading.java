package io.laguna.duckdb.scan;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBResultSetMetaData;
import org.duckdb.StatementReturnType;

/** A query on a connection of its own, from its plan to its last row. */
public final class Reading implements AutoCloseable {
    private final Database database;
    private final String client;
    private final String sql;
    private final DuckDBConnection connection;
    private final PreparedStatement statement;
    private final Instant begin = Instant.now();
    private Optional<ResultSet> rows = Optional.empty();
    private boolean ended;

    private Reading(
            Database database, String client, String sql, DuckDBConnection connection, PreparedStatement statement) {
        this.database = database;
        this.client = client;
        this.sql = sql;
        this.connection = connection;
        this.statement = statement;
    }

    /** A column of the result, with its type as DuckDB names it. */
    public record Column(String name, String type) {}

    /**
     * Plans a query.
     *
     * @param client whose query it is, or empty for one that is not taken down
     */
    public static Reading of(Database database, String client, String sql) throws SQLException {
        DuckDBConnection connection = database.connect();
        try {
            Profile.enable(connection);
            return new Reading(database, client, sql, connection, connection.prepareStatement(sql));
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Returns the columns, or none for a statement without rows. */
    public List<Column> columns() throws SQLException {
        ResultSetMetaData data = statement.getMetaData();
        List<Column> columns = new ArrayList<>();
        boolean asks = data.unwrap(DuckDBResultSetMetaData.class).getReturnType() == StatementReturnType.QUERY_RESULT;
        for (int i = 1; asks && i <= data.getColumnCount(); i++) {
            columns.add(new Column(data.getColumnName(i), data.getColumnTypeName(i)));
        }
        return columns;
    }

    /** Returns the rows, and begins with them if need be. */
    public ResultSet rows() throws SQLException {
        if (rows.isEmpty()) {
            rows = Optional.of(statement.executeQuery());
        }
        return rows.get();
    }

    /** Runs a statement without rows, and returns how many it has changed or written. */
    public long run() throws SQLException {
        return statement.executeUpdate();
    }

    /** Takes down what was read, when the rows are at their end or nobody wants more. */
    public void ended(long returned) throws SQLException {
        if (!ended && !client.isEmpty()) {
            ended = true;
            if (rows.isPresent()) {
                // The figures are whole when the query has ended.
                rows.get().close();
            }
            Profile profile = Profile.of(connection);
            database.scans()
                    .add(new Scan(client, begin, Instant.now(), profile.files(), profile.rows(), returned, sql));
        }
    }

    public void cancel() throws SQLException {
        statement.cancel();
    }

    @Override
    public void close() throws SQLException {
        statement.close();
        connection.close();
    }
}
