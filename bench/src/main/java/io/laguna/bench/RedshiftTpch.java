package io.laguna.bench;

import io.laguna.engines.process.Tree;
import io.laguna.engines.process.Workspace;
import io.laguna.engines.server.DatabaseAccess;
import io.laguna.engines.server.PostgreSql;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * The queries of TPC-H on Redshift beside a PostgreSQL with the same rows. What they answer is compared with DuckDB's answers.
 */
final class RedshiftTpch {
    private static final int QUERIES = 22;
    private static final int ROUNDS = 3;
    private static final int LONGEST_SECONDS = 30;
    private static final String CANCELLED = "57014";
    private static final double SCALE = 0.1;

    private RedshiftTpch() {}

    static void run(Path home) throws IOException, InterruptedException, SQLException {
        Path folder = Files.createTempDirectory(home.resolve("bench/target/redshift"), "tpch");
        Figures figures = new Figures();
        TpchTables tables = TpchTables.write(SCALE, folder);
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("tpch.duckdb"));
                PostgreSql plain =
                        new PostgreSql(Workspace.of(home, Files.createDirectories(folder.resolve("plain"))), 0);
                RedshiftSession session = new RedshiftSession(Workspace.of(home, folder))) {
            plain.start();
            session.create("tpch");
            DatabaseAccess access = plain.database("tpch");
            try (Connection redshift = session.connect("tpch");
                    Connection postgresql =
                            DriverManager.getConnection(access.url(), access.user(), access.password())) {
                for (Map.Entry<String, Path> table : tables.files().entrySet()) {
                    session.s3()
                            .putObject(put -> put.bucket(RedshiftSession.BUCKET).key(table.getKey()), table.getValue());
                    load(table.getKey(), table.getValue(), redshift, postgresql, duck);
                }
                RedshiftSession.run(redshift, "analyze");
                RedshiftSession.run(postgresql, "analyze");
                Path texts = home.resolve("src/test/resources/io/laguna/tests/tpch");
                for (int query = 1; query <= QUERIES; query++) {
                    String sql = Files.readString(texts.resolve(String.format(Locale.ROOT, "q%02d.sql", query)));
                    compare(query, sql, redshift, postgresql, duck, figures);
                }
            }
        }
        figures.print();
        Tree.delete(folder);
    }

    private static void load(String table, Path file, Connection redshift, Connection postgresql, Connection duck)
            throws IOException, SQLException {
        String definition = TpchTables.definition(table);
        RedshiftSession.run(redshift, definition + TpchTables.keys(table));
        RedshiftSession.run(
                redshift,
                "copy " + table + " from 's3://" + RedshiftSession.BUCKET + "/" + table + "' iam_role"
                        + " 'arn:aws:iam::000000000000:role/bench' delimiter '|'");
        RedshiftSession.run(postgresql, definition);
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            new CopyManager(postgresql.unwrap(BaseConnection.class))
                    .copyIn("copy " + table + " from stdin (delimiter '|')", reader);
        }
        RedshiftSession.run(duck, definition);
        RedshiftSession.run(duck, "copy " + table + " from '" + file + "' (delimiter '|', header false, quote '')");
    }

    private static void compare(
            int query, String sql, Connection redshift, Connection postgresql, Connection duck, Figures figures)
            throws SQLException {
        Optional<Double> through = seconds(redshift, sql);
        Optional<Double> direct = seconds(postgresql, sql);
        boolean right = through.isPresent() && rows(redshift, sql).equals(rows(duck, forDuckDb(sql)));
        String what = "TPC-H " + SCALE + ", query " + query + (right ? ", right" : ", WRONG");
        if (through.isPresent() && direct.isPresent()) {
            figures.add(
                    what, text(through), "PostgreSQL: " + text(direct), through.orElseThrow() / direct.orElseThrow());
        } else {
            figures.add(what, text(through), "PostgreSQL: " + text(direct));
        }
    }

    /** Returns a query with AS before an alias that is a keyword for DuckDB, whose DECIMAL has three digits behind the point. */
    private static String forDuckDb(String sql) {
        return sql.replace(") value", ") AS value").replace("DECIMAL '0.0001'", "0.0001");
    }

    private static String text(Optional<Double> seconds) {
        return seconds.map(value -> String.format(Locale.ROOT, "%.2f s", value))
                .orElse("not within " + LONGEST_SECONDS + " s");
    }

    /** Returns the median of some rounds, or nothing for a query that does not end in time. */
    private static Optional<Double> seconds(Connection connection, String sql) throws SQLException {
        List<Double> seconds = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(LONGEST_SECONDS);
            for (int round = 0; round < ROUNDS; round++) {
                long begun = System.nanoTime();
                statement.executeQuery(sql).close();
                seconds.add((System.nanoTime() - begun) / 1e9);
            }
        } catch (SQLException e) {
            if (e.getSQLState().equals(CANCELLED)) {
                return Optional.empty();
            }
            throw e;
        }
        return Optional.of(Figures.median(seconds));
    }

    /** Returns rows as texts, with numbers of two digits behind the point: engines divide to different scales. */
    private static List<List<String>> rows(Connection connection, String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    Object value = result.getObject(i);
                    row.add(
                            value instanceof Number
                                    ? new BigDecimal(value.toString())
                                            .setScale(2, RoundingMode.HALF_UP)
                                            .toPlainString()
                                    : String.valueOf(result.getString(i)).strip());
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
