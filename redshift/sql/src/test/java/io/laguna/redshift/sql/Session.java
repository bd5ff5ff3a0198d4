package io.laguna.redshift.sql;

import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.sql.text.Rewritten;
import io.laguna.redshift.sql.text.SqlError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A session that runs rewritten statements on a PostgreSQL, each text in a transaction that is rolled back. */
final class Session {
    private final Connection connection;

    Session(Connection connection) {
        this.connection = connection;
    }

    /** Puts Laguna's casts and functions into a database. */
    static void prepare(Connection connection) throws SQLException {
        for (String name : EngineScripts.NAMES) {
            try (InputStream stream = Dialect.class.getResourceAsStream(name);
                    java.sql.Statement statement = connection.createStatement()) {
                statement.execute(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        try (java.sql.Statement statement = connection.createStatement()) {
            // The user of the tests is called as the schema is.
            statement.execute("SET search_path TO public");
        }
    }

    /** Returns the rows of the last statement that has some, after a line with the columns' names; or the error. */
    String run(String text) throws SQLException {
        connection.setAutoCommit(false);
        try {
            String rows = "";
            Dialect dialect = Dialect.of(this::columns);
            for (Piece piece : dialect.split(text)) {
                rows = answer(piece, dialect).orElse(rows);
            }
            return rows;
        } catch (SqlError e) {
            return "ERROR " + e.state() + " at " + e.place() + ": " + e.getMessage();
        } catch (SQLException e) {
            return "ERROR " + e.getSQLState() + ": "
                    + e.getMessage().lines().findFirst().orElse("");
        } finally {
            connection.rollback();
        }
    }

    private Optional<String> answer(Piece piece, Dialect dialect) throws SQLException {
        Optional<Rewritten> sql = sql(dialect.read(piece));
        if (sql.isEmpty()) {
            return Optional.empty();
        }
        Savepoint savepoint = connection.setSavepoint();
        try (java.sql.Statement statement = connection.createStatement()) {
            boolean hasRows = statement.execute(sql.get().text());
            return hasRows ? Optional.of(rows(statement.getResultSet())) : Optional.empty();
        } catch (SQLException e) {
            Optional<Dialect> other = dialect.after(e.getSQLState(), e.getMessage());
            if (other.isEmpty()) {
                throw e;
            }
            connection.rollback(savepoint);
            return answer(piece, other.get());
        }
    }

    private static String rows(ResultSet rows) throws SQLException {
        StringBuilder text = new StringBuilder();
        int width = rows.getMetaData().getColumnCount();
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
            names.add(rows.getMetaData().getColumnName(i) + ":"
                    + rows.getMetaData().getColumnTypeName(i).replace("\"laguna\".\"super\"", "super"));
        }
        text.append(String.join("|", names));
        while (rows.next()) {
            List<String> values = new ArrayList<>();
            for (int i = 1; i <= width; i++) {
                String value = rows.getString(i);
                if (value != null && rows.getMetaData().getColumnTypeName(i).contains("super")) {
                    // The port leaves out blanks.
                    value = value.replace(", ", ",").replace("\": ", "\":");
                }
                values.add(value == null ? "NULL" : value.replace("\n", "\\n"));
            }
            text.append('\n').append(String.join("|", values));
        }
        return text.toString().strip();
    }

    private Optional<List<String>> columns(QualifiedName relation) {
        String query =
                "SELECT attname FROM pg_attribute WHERE attrelid = to_regclass(?) AND attnum > 0 ORDER BY attnum";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, relation.sql());
            List<String> names = new ArrayList<>();
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names.isEmpty() ? Optional.empty() : Optional.of(names);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the SQL of a statement in which PostgreSQL has a part. */
    private static Optional<Rewritten> sql(Statement statement) {
        if (statement instanceof Statement.PlainSql plain) {
            return Optional.of(plain.sql());
        } else if (statement instanceof Statement.CreateTable table) {
            return Optional.of(table.sql());
        } else if (statement instanceof Statement.CreateTableAs table) {
            return Optional.of(table.sql());
        } else if (statement instanceof Statement.AlterTable table) {
            return table.sql();
        } else if (statement instanceof Statement.CreateView view) {
            return Optional.of(view.sql());
        } else if (statement instanceof Statement.CreateMaterializedView view) {
            return Optional.of(view.sql());
        } else if (statement instanceof Statement.RefreshMaterializedView view) {
            return Optional.of(view.sql());
        } else if (statement instanceof Statement.Truncate truncate) {
            return Optional.of(truncate.sql());
        } else if (statement instanceof Statement.Parameter parameter) {
            return Optional.of(parameter.sql());
        } else if (statement instanceof Statement.User user) {
            return Optional.of(user.sql());
        } else if (statement instanceof Statement.DropSchema schema) {
            return Optional.of(schema.sql());
        } else if (statement instanceof Statement.Analyze analyze) {
            return Optional.of(analyze.sql());
        } else if (statement instanceof Statement.Unload unload) {
            return Optional.of(unload.query());
        }
        return Optional.empty();
    }
}
