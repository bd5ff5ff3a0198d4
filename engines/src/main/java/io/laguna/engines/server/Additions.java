package io.laguna.engines.server;

import io.laguna.engines.process.EngineFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The additions of a template, and their way into clusters of an earlier Laguna. A file in a cluster's folder says which it
 * has, so that a cluster with all of them is not asked. Each addition is made whole or not at all in each database, so that a
 * start which is killed leaves the rest to the next one.
 */
final class Additions {
    private static final String MARK = "laguna-definitions";

    private final List<Addition> all;

    Additions(List<Addition> all) {
        this.all = List.copyOf(all);
    }

    List<Addition> all() {
        return all;
    }

    /** Returns what tells these additions from others. */
    String key() {
        return DigestUtils.sha256Hex(all.stream()
                .map(Addition::toString)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8));
    }

    /** Says of a cluster's folder that it has all of them. */
    void mark(Path data) {
        Path mark = data.resolve(MARK);
        Path partial = data.resolve(MARK + ".partial");
        try {
            Files.writeString(partial, key());
            Files.move(partial, mark, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + mark, e);
        }
    }

    /**
     * Makes what a running cluster lacks, in all its databases.
     *
     * @throws EngineFailure when an addition fails: the cluster runs, and is as it was before
     */
    void complete(RedshiftCluster cluster) {
        if (isMarked(cluster.data())) {
            return;
        }
        try {
            for (String database : databases(cluster)) {
                complete(cluster.administrator(database));
            }
            mark(cluster.data());
        } catch (SQLException e) {
            throw new EngineFailure(
                    cluster.name() + " cannot be given the definitions of this Laguna: " + e.getMessage(), e);
        }
    }

    private boolean isMarked(Path data) {
        Path mark = data.resolve(MARK);
        try {
            return Files.exists(mark) && Files.readString(mark).equals(key());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + mark, e);
        }
    }

    private static List<String> databases(RedshiftCluster cluster) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = connect(cluster.administrator("postgres"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT datname FROM pg_database WHERE datallowconn")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private void complete(DatabaseAccess database) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (Addition addition : all) {
                if (lacks(statement, addition)) {
                    statement.execute("SET LOCAL allow_system_table_mods = on");
                    statement.execute(addition.script());
                }
                connection.commit();
            }
        }
    }

    private static boolean lacks(Statement statement, Addition addition) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT (" + addition.there() + ") IS NULL")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static Connection connect(DatabaseAccess database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
