package io.laguna.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.engines.process.Workspace;
import io.laguna.engines.server.DatabaseAccess;
import io.laguna.engines.server.DuckDb;
import io.laguna.engines.server.RedshiftCluster;
import io.laguna.engines.server.RedshiftTemplate;
import java.io.IOException;
import java.io.InputStream;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A local table beside the same rows in files, behind postgres_fdw: every expression has to mean the same of both. */
class ShippedExpressionsTest {
    private static final String COLUMNS = "id int, small smallint, big bigint, name text, price numeric(10,2),"
            + " ratio float8, day date, moment timestamp, flag boolean, bin bytea, fixed char(4)";
    private static final String ROWS =
            """
            SELECT i::INTEGER AS id, i::SMALLINT AS small, (i * 1000000000)::BIGINT AS big,
                   ['alpha', 'beta', 'gamma', 'it''s', 'b\\s', 'a_b', NULL, 'Zeta', ' x ', 'émile'][i] AS name,
                   (i * 3.5)::DECIMAL(10, 2) AS price, (i * 0.5)::DOUBLE AS ratio,
                   (DATE '2024-01-01' + i::INTEGER) AS day,
                   TIMESTAMP '2024-01-01 06:30:00.25' + to_days(i::INTEGER) AS moment,
                   [true, false, NULL][i % 3 + 1] AS flag, from_hex('010' || (i % 10)) AS bin,
                   ['ab', 'abcd', 'x'][i % 3 + 1] AS fixed
            FROM range(1, 11) AS r(i)
            """;

    private static DuckDb duckDb;
    private static RedshiftCluster cluster;
    private static Connection connection;

    @BeforeAll
    static void start() throws SQLException, IOException {
        Path lake = Path.of("target", "expressions").toAbsolutePath();
        Workspace workspace = Workspace.of(Path.of(System.getProperty("laguna.home")), lake);
        Files.createDirectories(workspace.zones());
        duckDb = new DuckDb(workspace);
        duckDb.start();
        cluster = RedshiftCluster.of(
                workspace,
                new RedshiftTemplate(workspace, List.of("create extension if not exists postgres_fdw")),
                "expressions");
        cluster.start();
        Path file = workspace.zones().resolve("rows.parquet");
        try (Connection owner = connect(duckDb.owner());
                Statement statement = owner.createStatement()) {
            statement.execute("COPY (" + ROWS + ") TO '" + file + "' (FORMAT parquet)");
            statement.execute("CREATE SCHEMA s; CREATE VIEW s.t AS SELECT * FROM read_parquet(['" + file + "'])");
        }
        connection = connect(cluster.database("expressions"));
        DatabaseAccess reader = duckDb.reader();
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP SERVER IF EXISTS files CASCADE; DROP TABLE IF EXISTS copied;"
                    + " CREATE SERVER files FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '127.0.0.1', port '"
                    + reader.url().replaceAll(".*:(\\d+)/.*", "$1") + "', dbname 'lake', application_name '%p')");
            statement.execute("CREATE USER MAPPING FOR PUBLIC SERVER files OPTIONS (user '" + reader.user()
                    + "', password '" + reader.password() + "')");
            statement.execute("CREATE FOREIGN TABLE shipped (" + COLUMNS
                    + ") SERVER files OPTIONS (schema_name 's', table_name 't')");
            statement.execute("CREATE TABLE copied (" + COLUMNS + "); INSERT INTO copied SELECT * FROM shipped");
        }
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        cluster.close();
        duckDb.close();
    }

    private static Connection connect(DatabaseAccess access) throws SQLException {
        return DriverManager.getConnection(access.url(), access.user(), access.password());
    }

    @Test
    void expressionsMeanTheSameOfFilesAsOfTables() throws IOException, SQLException {
        List<String> wrong = new ArrayList<>();
        int filters = 0;
        for (String expression : expressions()) {
            boolean aggregates = expression.matches("(sum|count|min|max|bool_and|stddev)\\(.*");
            String tail = aggregates ? "" : " ORDER BY id";
            compare("SELECT " + expression + " FROM {t}" + tail, wrong);
            if (!aggregates && isCondition(expression)) {
                filters++;
                compare("SELECT id FROM {t} WHERE " + expression + " ORDER BY id", wrong);
                compare("SELECT count(*), min(name), sum(price) FROM {t} WHERE " + expression, wrong);
            } else if (!aggregates) {
                compare("SELECT (" + expression + ") AS v, count(*) FROM {t} GROUP BY 1 ORDER BY 2, 1", wrong);
            }
        }
        assertThat(filters).isGreaterThan(40);
        assertThat(wrong).isEmpty();
    }

    /** A plan that fetched every row would make the comparison worthless. */
    @Test
    void filtersAndAggregatesAreShipped() throws SQLException {
        assertThat(
                        plan(
                                "SELECT count(*) FROM shipped WHERE id IN (1, 2) AND name LIKE 'a%' AND day - '2024-01-01' > 1"))
                .contains("Remote SQL: SELECT count(*)", "ANY ('{1,2}'::integer[])", "~~ 'a%'", "- '2024-01-01'");
    }

    @Test
    void aQueryLeavesWhatItHasRead() throws SQLException {
        assertThat(scans()).isNotNull();
        assertThat(rows("SELECT sum(id) FROM shipped WHERE flag")).isEqualTo("18\n");

        assertThat(scans()).containsExactly("1 files, 3 rows, 1 returned");
    }

    private static List<String> scans() throws SQLException {
        List<String> scans = new ArrayList<>();
        try (Connection owner = connect(duckDb.owner());
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("SHOW scans")) {
            while (rows.next()) {
                scans.add(rows.getLong("files") + " files, " + rows.getLong("rows") + " rows, "
                        + rows.getLong("returned") + " returned");
            }
        }
        return scans;
    }

    private static String plan(String sql) throws SQLException {
        return rows("EXPLAIN (VERBOSE) " + sql);
    }

    private static boolean isCondition(String expression) throws SQLException {
        return rows("SELECT pg_typeof((SELECT " + expression + " FROM copied LIMIT 1))")
                .equals("boolean\n");
    }

    private static void compare(String sql, List<String> wrong) {
        String local = answer(sql.replace("{t}", "copied"));
        String remote = answer(sql.replace("{t}", "shipped"));
        if (!local.equals(remote)) {
            wrong.add(sql + "\n  of the table: " + local.replace('\n', ';') + "\n  of the files: "
                    + remote.replace('\n', ';'));
        }
    }

    private static String answer(String sql) {
        try {
            return rows(sql);
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String rows(String sql) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int width = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= width; i++) {
                    text.append(i == 1 ? "" : "|").append(plain(rows.getString(i)));
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    /** Returns a number without the zeros at its end: those of a quotient or a remainder are not the same. */
    private static String plain(String value) {
        return value != null && value.matches("-?\\d+\\.\\d+") ? value.replaceFirst("\\.?0+$", "") : value;
    }

    private static List<String> expressions() throws IOException {
        try (InputStream file = ShippedExpressionsTest.class.getResourceAsStream("expressions.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
