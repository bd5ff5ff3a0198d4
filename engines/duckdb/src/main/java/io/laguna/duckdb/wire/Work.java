package io.laguna.duckdb.wire;

import io.laguna.duckdb.scan.Database;
import io.laguna.duckdb.scan.Reading;
import io.laguna.duckdb.sql.ColumnTypes;
import io.laguna.duckdb.sql.Command;
import io.laguna.duckdb.sql.Shipped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBConnection;

/** The statements of one session, with its cursors and its transaction. */
final class Work implements AutoCloseable {
    private final Database database;
    private final boolean owner;
    private final Map<String, String> queries = new HashMap<>();
    private final Map<String, Result> cursors = new HashMap<>();
    private String client;
    private boolean transaction;
    private boolean failed;
    private volatile Optional<Result> running = Optional.empty();

    Work(Database database, boolean owner, String client) {
        this.database = database;
        this.owner = owner;
        this.client = owner ? "" : client;
    }

    /** Returns the state of the transaction as ReadyForQuery tells it. */
    char state() {
        return !transaction ? 'I' : failed ? 'E' : 'T';
    }

    boolean isOwners() {
        return owner;
    }

    void failed() {
        failed = transaction;
    }

    /** Returns the answer to a statement; nothing of it has run where it has rows. */
    Answer answer(Command command, List<Optional<String>> parameters) throws SQLException {
        if (failed && !(command instanceof Command.End)) {
            throw new SQLException(
                    "current transaction is aborted, commands ignored until end of transaction block", "25P02");
        }
        if (command instanceof Command.Declare declare) {
            String query = rewritten(declare.query(), parameters);
            queries.put(declare.cursor(), query);
            open(declare.cursor());
            return Answer.nothing("DECLARE CURSOR");
        }
        if (command instanceof Command.Fetch fetch) {
            Result cursor = cursor(fetch.cursor());
            running = Optional.of(cursor);
            return new Fetched(cursor, fetch.rows());
        }
        if (command instanceof Command.Rewind rewind) {
            cursor(rewind.cursor()).close();
            open(rewind.cursor());
            return Answer.nothing("MOVE");
        }
        if (command instanceof Command.Close closed) {
            closeCursors(closed.cursor());
            return Answer.nothing("CLOSE CURSOR");
        }
        if (command instanceof Command.Explain explain) {
            return explained(rewritten(explain.query(), parameters));
        }
        if (command instanceof Command.Query query) {
            return query(query, parameters);
        }
        return settings(command);
    }

    private Answer settings(Command command) throws SQLException {
        if (command instanceof Command.Begin) {
            transaction = true;
            return Answer.nothing("BEGIN");
        }
        if (command instanceof Command.End end) {
            transaction = false;
            failed = false;
            closeCursors(Optional.empty());
            return Answer.nothing(end.tag());
        }
        if (command instanceof Command.Name name) {
            client = owner ? "" : name.client();
            return Answer.nothing("SET");
        }
        if (command instanceof Command.Scans) {
            checkOwner();
            return new ScanList(database.scans().take());
        }
        return Answer.nothing(((Command.Nothing) command).tag());
    }

    private Answer query(Command.Query query, List<Optional<String>> parameters) throws SQLException {
        String sql = owner ? query.sql() : rewritten(query.sql(), parameters);
        Result result = new Result(Reading.of(database, client, sql));
        running = Optional.of(result);
        return result;
    }

    private void checkOwner() throws SQLException {
        if (!owner) {
            throw new SQLException("permission denied: a reader may only ask for rows", "42501");
        }
    }

    private String rewritten(String sql, List<Optional<String>> parameters) throws SQLException {
        if (!new Command.Query(sql).asks()) {
            checkOwner();
        }
        ColumnTypes types = column -> type(column, sql);
        return Shipped.rewrite(sql, parameters, types);
    }

    /** Returns the type of a column in the tables that a query names. */
    private Optional<String> type(String column, String sql) throws SQLException {
        try (DuckDBConnection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement("SELECT DISTINCT data_type"
                        + " FROM duckdb_columns() WHERE column_name = ? AND contains(?, table_name)")) {
            statement.setString(1, column);
            statement.setString(2, sql);
            try (ResultSet rows = statement.executeQuery()) {
                Optional<String> type = rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
                return rows.next() ? Optional.empty() : type;
            }
        }
    }

    private Answer explained(String sql) throws SQLException {
        try (DuckDBConnection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement("EXPLAIN (FORMAT json) " + sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return new Estimate(rows.getString(2));
        }
    }

    private void open(String cursor) throws SQLException {
        cursors.put(cursor, new Result(Reading.of(database, client, queries.get(cursor))));
    }

    private Result cursor(String name) throws SQLException {
        return Optional.ofNullable(cursors.get(name))
                .orElseThrow(() -> new SQLException("cursor \"" + name + "\" does not exist", "34000"));
    }

    private void closeCursors(Optional<String> name) throws SQLException {
        for (String each : name.map(List::of).orElseGet(() -> List.copyOf(cursors.keySet()))) {
            cursor(each).close();
            cursors.remove(each);
            queries.remove(each);
        }
    }

    /** Cancels what runs; called by another session's thread. */
    void cancel() throws SQLException {
        if (running.isPresent()) {
            running.get().cancel();
        }
    }

    @Override
    public void close() throws SQLException {
        closeCursors(Optional.empty());
    }
}
