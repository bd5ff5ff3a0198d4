package io.laguna.emulator.redshift.load;

import io.laguna.engines.server.DatabaseAccess;
import io.laguna.redshift.wire.order.Workbench;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The record of a load or an unload, written by a connection of Laguna's own: it is there also when the session's
 * transaction is rolled back.
 */
final class LoadHistory implements AutoCloseable {
    private static final int BATCH = 500;
    private static final String USER = "SELECT oid::int FROM pg_catalog.pg_roles WHERE rolname = ?";

    private final Who who;
    private final LocalDateTime start = LocalDateTime.now(ZoneOffset.UTC);
    private final List<Note> notes = new ArrayList<>();
    private final Connection connection;
    private int user;

    /**
     * The statement that is written down.
     *
     * @param query its number in the journal
     */
    record Who(String role, String database, int processId, long query) {
        static Who of(Workbench bench) {
            return new Who(bench.user(), bench.database(), bench.processId(), bench.queryId());
        }
    }

    /**
     * A row of a table.
     *
     * @param table the table's name and the columns that {@code values} are for, beside query, userid and pid
     */
    private record Note(String table, List<Object> values) {}

    private LoadHistory(Who who, Connection connection) {
        this.who = who;
        this.connection = connection;
    }

    /** Opens the history of a statement that begins now. */
    static LoadHistory open(DatabaseAccess access, Who who) throws IOException {
        try {
            Connection connection = DriverManager.getConnection(access.url(), access.user(), access.password());
            connection.setAutoCommit(false);
            LoadHistory history = new LoadHistory(who, connection);
            history.identify();
            return history;
        } catch (SQLException e) {
            throw unwritten(e);
        }
    }

    private void identify() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(USER)) {
            statement.setString(1, who.role());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                user = row.getInt(1);
            }
        }
        connection.commit();
    }

    String database() {
        return who.database();
    }

    LocalDateTime start() {
        return start;
    }

    static LocalDateTime now() {
        return LocalDateTime.now(ZoneOffset.UTC);
    }

    /** Notes a row; rows are written some hundreds at a time. */
    void note(String tableAndColumns, Object... values) throws IOException {
        notes.add(new Note(tableAndColumns, List.of(values)));
        if (notes.size() >= BATCH) {
            write();
        }
    }

    /** Writes what is noted. */
    void write() throws IOException {
        try {
            int from = 0;
            while (from < notes.size()) {
                String table = notes.get(from).table();
                int to = from;
                while (to < notes.size() && notes.get(to).table().equals(table)) {
                    to++;
                }
                write(table, notes.subList(from, to));
                from = to;
            }
            connection.commit();
            notes.clear();
        } catch (SQLException e) {
            throw unwritten(e);
        }
    }

    private void write(String table, List<Note> rows) throws SQLException {
        int bracket = table.indexOf('(');
        String sql = "INSERT INTO laguna." + table.substring(0, bracket) + "(query, userid, pid, "
                + table.substring(bracket + 1) + " VALUES (?, ?, ?"
                + ", ?".repeat(rows.get(0).values().size()) + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Note row : rows) {
                statement.setLong(1, who.query());
                statement.setInt(2, user);
                statement.setInt(3, who.processId());
                for (int i = 0; i < row.values().size(); i++) {
                    statement.setObject(i + 4, row.values().get(i));
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static IOException unwritten(SQLException cause) {
        return new IOException("The cluster's history cannot be written: " + cause.getMessage(), cause);
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw unwritten(e);
        }
    }
}
