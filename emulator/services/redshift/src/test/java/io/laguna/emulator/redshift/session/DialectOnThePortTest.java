package io.laguna.emulator.redshift.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that AWS's driver gets, through the port, what the tables of cases of Redshift's SQL say. They are the files that
 * the tests of {@code redshift/sql} run on the engine alone.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DialectOnThePortTest {
    private static final Path CASES =
            Path.of(System.getProperty("laguna.home"), "redshift/sql/src/test/resources/io/laguna/redshift/sql");

    /** Statements, and the rows of the last one that has some, after a line with the columns' names; or the error. */
    private record Case(String title, String input, String expected) {
        @Override
        public String toString() {
            return title;
        }
    }

    private LiveCluster cluster;
    private Connection connection;

    @BeforeAll
    void start() throws SQLException {
        cluster = LiveCluster.start(scope -> Carriers.NONE);
        connection = cluster.connect();
        connection.setAutoCommit(false);
    }

    @AfterAll
    void stop() throws SQLException, IOException {
        connection.close();
        cluster.close();
    }

    @AfterEach
    void forget() throws SQLException {
        connection.rollback();
    }

    /** The cases that AWS's driver lets through: it refuses strings with an escaped quote, and there is no UNLOAD here. */
    static Stream<Case> cases() {
        return Stream.of(text("values.txt"), text("cases.txt"), own())
                .flatMap(text -> blocks(text).stream())
                .filter(each -> !each.input().contains("\\'") && !each.input().contains("unload ("));
    }

    private static String own() {
        try (InputStream stream = DialectOnThePortTest.class.getResourceAsStream("dialect.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Case> blocks(String all) {
        List<Case> cases = new ArrayList<>();
        for (String block : all.split("(?m)^## ", -1)) {
            int line = block.indexOf('\n');
            int arrow = block.indexOf("\n=>\n");
            if (arrow > 0) {
                cases.add(new Case(
                        block.substring(0, line).strip(),
                        block.substring(line + 1, arrow),
                        block.substring(arrow + 4).strip()));
            }
        }
        return cases;
    }

    static Stream<Case> functions() {
        return text("functions.txt")
                .lines()
                .filter(line -> !line.startsWith("#") && line.contains(" | ") && !line.contains(" | - | "))
                .map(line -> line.split(" \\| ", 3))
                .map(parts -> new Case(parts[0], parts[1], parts[2]));
    }

    private static String text(String name) {
        try {
            return Files.readString(CASES.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersEachStatement(Case statements) throws SQLException {
        assertThat(run(statements.input())).isEqualTo(withoutTypes(statements.expected()));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void answersEachFunction(Case function) throws SQLException {
        List<String> lines = run(function.input()).lines().toList();
        assertThat(lines.get(lines.size() - 1)).isEqualTo(function.expected());
    }

    @Test
    void thereAreManyCases() {
        assertThat(cases().count() + functions().count()).isGreaterThan(500);
    }

    /** Returns an expectation without what only the engine's own driver says: types, and places of errors. */
    private static String withoutTypes(String expected) {
        if (expected.startsWith("ERROR ")) {
            return expected.replaceFirst(" at \\d+: ", ": ").replaceFirst(": ERROR: ", ": ");
        }
        int end = expected.indexOf('\n');
        String head = end < 0 ? expected : expected.substring(0, end);
        String names = String.join(
                "|",
                Stream.of(head.split("\\|", -1))
                        .map(name -> name.replaceFirst(":[a-z0-9_]+$", ""))
                        .toList());
        return names + (end < 0 ? "" : expected.substring(end));
    }

    private String run(String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String rows = "";
            boolean hasRows = statement.execute(text);
            while (hasRows || statement.getUpdateCount() >= 0) {
                if (hasRows) {
                    rows = rows(statement.getResultSet());
                }
                hasRows = statement.getMoreResults();
            }
            return rows;
        } catch (SQLException e) {
            return "ERROR " + e.getSQLState() + ": "
                    + e.getMessage().lines().findFirst().orElse("").replaceFirst("^ERROR: ", "");
        }
    }

    /** Returns a value as the engine writes it: AWS's driver writes numbers as Java does, and bytes without a prefix. */
    private static String written(String value, int type) {
        return switch (type) {
            case Types.DOUBLE, Types.REAL, Types.FLOAT -> value.replaceFirst("\\.0$", "");
            case Types.VARBINARY, Types.LONGVARBINARY, Types.BINARY -> "\\x" + value;
            default -> value;
        };
    }

    private static String rows(ResultSet rows) throws SQLException {
        StringBuilder text = new StringBuilder();
        int width = rows.getMetaData().getColumnCount();
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
            names.add(rows.getMetaData().getColumnName(i));
        }
        text.append(String.join("|", names));
        while (rows.next()) {
            List<String> values = new ArrayList<>();
            for (int i = 1; i <= width; i++) {
                String value = rows.getString(i);
                values.add(
                        value == null
                                ? "NULL"
                                : written(
                                        value.replace("\n", "\\n"),
                                        rows.getMetaData().getColumnType(i)));
            }
            text.append('\n').append(String.join("|", values));
        }
        return text.toString().strip();
    }
}
