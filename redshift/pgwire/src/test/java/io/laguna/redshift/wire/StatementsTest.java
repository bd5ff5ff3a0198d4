package io.laguna.redshift.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.redshift.wire.RunningCluster.Running;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of what statements do through the wire, by AWS's driver and PostgreSQL's, in both of its query modes. */
@ExtendWith(RunningCluster.class)
class StatementsTest {
    private final Running cluster;

    StatementsTest(Running cluster) {
        this.cluster = cluster;
    }

    /** The ways to speak: a driver, and whether it prepares statements. */
    record Way(String driver, Optional<String> mode) {
        @Override
        public String toString() {
            return driver + mode.map(own -> " " + own).orElse("");
        }
    }

    static List<Way> ways() {
        return List.of(
                new Way("redshift", Optional.empty()),
                new Way("postgresql", Optional.empty()),
                new Way("postgresql", Optional.of("simple")));
    }

    private Connection connect(Way way) throws SQLException {
        return way.mode().isPresent()
                ? cluster.postgresql(
                        Map.of("ssl", "false", "preferQueryMode", way.mode().get()))
                : cluster.connect(way.driver(), cluster.port(), Map.of("ssl", "false"));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void preparedStatementsTakeParametersAgainAndAgain(Way way) throws SQLException {
        try (Connection connection = connect(way);
                PreparedStatement statement = connection.prepareStatement("select ? || '-' || ?, ?::int + 1")) {
            for (int i = 0; i < 12; i++) {
                statement.setString(1, "a" + i);
                statement.setString(2, "é");
                statement.setInt(3, i);
                try (ResultSet row = statement.executeQuery()) {
                    assertThat(row.next()).isTrue();
                    assertThat(row.getString(1)).isEqualTo("a" + i + "-é");
                    assertThat(row.getInt(2)).isEqualTo(i + 1);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void batchesOfManyRowsAreStored(Way way) throws SQLException {
        try (Connection connection = connect(way);
                Statement statement = connection.createStatement()) {
            statement.execute("create temp table batch (n int, word varchar(200))");
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("insert into batch values (?, ?)")) {
                for (int i = 0; i < 2_000; i++) {
                    insert.setInt(1, i);
                    insert.setString(2, "x".repeat(150));
                    insert.addBatch();
                }
                assertThat(insert.executeBatch()).hasSize(2_000);
            }
            connection.commit();
            assertThat(one(connection, "select count(*) || ' ' || sum(n) from batch"))
                    .isEqualTo("2000 1999000");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void statementsThatAreReadLaterSeeWhatTheirTransactionHasMade(Way way) throws SQLException {
        try (Connection connection = connect(way);
                Statement statement = connection.createStatement()) {
            statement.execute("create temp table of_session (a int, b int)");
            assertThat(one(connection, "columns of of_session")).isEqualTo("2");
            connection.setAutoCommit(false);
            statement.execute("create table of_transaction (a int, b int, c int)");
            assertThat(one(connection, "columns of of_transaction")).isEqualTo("3");
            connection.rollback();
            assertThat(one(connection, "columns of of_transaction")).isEqualTo("0");
            assertThatThrownBy(() -> statement.execute("select 1 / 0")).hasMessageContaining("division by zero");
            assertThatThrownBy(() -> statement.execute("columns of of_session"))
                    .isInstanceOfSatisfying(SQLException.class, failure -> assertThat(failure.getSQLState())
                            .isEqualTo("25P02"));
            connection.rollback();
            connection.setAutoCommit(true);
            // Nothing was left open: VACUUM runs in no transaction.
            one(connection, "columns of of_session");
            statement.execute("vacuum of_session");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aBatchThatFailsLeavesNothing(Way way) throws SQLException {
        try (Connection connection = connect(way);
                Statement statement = connection.createStatement()) {
            statement.execute("create temp table few (n int not null)");
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("insert into few values (?)")) {
                insert.setInt(1, 1);
                insert.addBatch();
                insert.setNull(1, Types.INTEGER);
                insert.addBatch();
                assertThatThrownBy(insert::executeBatch)
                        .isInstanceOf(BatchUpdateException.class)
                        .hasMessageContaining("Cannot insert a NULL value");
            }
            connection.rollback();
            assertThat(one(connection, "select count(*) from few")).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void resultsAreFetchedInParts(Way way) throws SQLException {
        try (Connection connection = connect(way);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setFetchSize(1_000);
            long sum = 0;
            try (ResultSet rows = statement.executeQuery(
                    "select n, repeat('y', 50) as filling from generate_series(1, 50000) as s(n)")) {
                while (rows.next()) {
                    sum += rows.getLong("n");
                }
            }
            assertThat(sum).isEqualTo(50_000L * 50_001 / 2);
            connection.commit();
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aFailureHasItsPlaceInTheClientsText(Way way) throws SQLException {
        try (Connection connection = connect(way);
                Statement statement = connection.createStatement()) {
            String text = "select 'é', sysdate, 1 from pg_class where nowhere = 1";
            assertThatThrownBy(() -> statement.executeQuery(text))
                    .isInstanceOfSatisfying(SQLException.class, failure -> assertThat(failure.getSQLState())
                            .isEqualTo("42703"))
                    .hasMessageContaining("column \"nowhere\" does not exist")
                    .hasMessageContaining("Position: " + (text.indexOf("nowhere") + 1));
            assertThatThrownBy(() -> statement.execute("refuse this"))
                    .hasMessageContaining("refused")
                    .isInstanceOfSatisfying(SQLException.class, failure -> assertThat(failure.getSQLState())
                            .isEqualTo("0A000"));
            assertThat(one(connection, "select 'goes on'")).isEqualTo("goes on");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aFailureEndsTheTransactionUpToItsRollback(Way way) throws SQLException {
        try (Connection connection = connect(way);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create temp table gone (n int)");
            assertThatThrownBy(() -> statement.execute("refuse this")).hasMessageContaining("refused");
            assertThatThrownBy(() -> statement.execute("select 1")).hasMessageContaining("aborted");
            assertThatThrownBy(() -> statement.execute("show numbers")).hasMessageContaining("aborted");
            connection.rollback();
            assertThatThrownBy(() -> statement.execute("select * from gone")).hasMessageContaining("does not exist");
            connection.rollback();
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aliasesAreRepairedInAndOutOfTransactions(Way way) throws SQLException {
        try (Connection connection = connect(way);
                Statement statement = connection.createStatement()) {
            assertThat(one(connection, "select alias1")).isEqualTo("42");
            connection.setAutoCommit(false);
            statement.execute("create temp table stays (n int) on commit drop");
            assertThat(one(connection, "select alias1 from (select 1) as one")).isEqualTo("42");
            assertThat(one(connection, "select count(*) from stays")).isEqualTo("0");
            assertThatThrownBy(() -> statement.execute("select alias2"))
                    .hasMessageContaining("\"alias2\" does not exist");
            connection.rollback();
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void statementsThatTheClientDoesNotSeeRunWithItsOwn(Way way) throws SQLException {
        try (Connection connection = connect(way);
                Statement statement = connection.createStatement()) {
            statement.execute("create temp table emptied (n int)");
            connection.setAutoCommit(false);
            statement.execute("insert into emptied values (1)");
            statement.execute("truncate emptied");
            connection.rollback();
            assertThat(one(connection, "select count(*) from emptied")).isEqualTo("0");
            assertThat(Optional.ofNullable(statement.getWarnings())).isEmpty();
            connection.rollback();
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void lagunasOwnAnswersAreRowsAndWorkInTheTransaction(Way way) throws SQLException {
        try (Connection connection = connect(way);
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists kept");
            statement.execute("create table kept (n int)");
            statement.execute("load kept");
            SQLWarning warning = statement.getWarnings();
            assertThat(warning.getMessage()).isEqualTo("Load into table 'kept' completed");
            assertThat(one(connection, "unload kept")).isEqualTo("1\n2\n3\n");
            connection.setAutoCommit(false);
            statement.execute("load kept");
            assertThat(one(connection, "select count(*) from kept")).isEqualTo("6");
            connection.rollback();
            connection.setAutoCommit(true);
            assertThat(one(connection, "select count(*) from kept")).isEqualTo("3");
            assertThatThrownBy(() -> statement.execute("break")).hasMessageContaining("Load into table 'kept' failed.");
            assertThatThrownBy(() -> statement.execute("load nowhere")).hasMessageContaining("does not exist");
            assertThat(one(connection, "select count(*) from kept")).isEqualTo("3");
            try (ResultSet rows = statement.executeQuery("show numbers")) {
                List<Integer> numbers = new ArrayList<>();
                while (rows.next()) {
                    numbers.add(rows.getInt("n"));
                }
                assertThat(numbers).containsExactly(1, 2, 3, 4, 5);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void typesAreRedshifts(Way way) throws SQLException {
        String query = "select '{\"a\": \" \\\" b\"}'::super as s, 'abc'::bytea as v, 'x'::text as t, null::bytea as n";
        try (Connection connection = connect(way);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            assertThat(row.getString("s")).isEqualTo("{\"a\":\" \\\" b\"}");
            assertThat(row.getMetaData().getColumnType(3)).isEqualTo(Types.VARCHAR);
            assertThat(row.getMetaData().getColumnTypeName(3)).isEqualTo("varchar");
            if (way.driver().equals("redshift")) {
                assertThat(row.getMetaData().getColumnTypeName(1)).isEqualTo("super");
                assertThat(row.getMetaData().getColumnTypeName(2)).isEqualTo("varbyte");
                assertThat(row.getString("v")).isEqualTo("616263");
            }
            assertThat(Optional.ofNullable(row.getString("n"))).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void copyFromTheClientIsRefusedInRedshiftsWords(Way way) throws SQLException {
        try (Connection connection = connect(way);
                Statement statement = connection.createStatement()) {
            statement.execute("create temp table copied (n int)");
            for (String copy : List.of("copy copied from stdin", "copy copied to stdout")) {
                assertThatThrownBy(() -> statement.execute(copy)).hasMessageContaining("LOAD source is not supported");
                assertThat(one(connection, "select 'goes on'")).isEqualTo("goes on");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void metadataOfTablesAndColumnsIsThere(Way way) throws SQLException {
        try (Connection connection = connect(way);
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists described");
            statement.execute("create table described (id int not null, name varchar(20))");
            DatabaseMetaData about = connection.getMetaData();
            assertThat(about.getUserName()).isEqualTo(RunningCluster.USER);
            try (ResultSet schemas = about.getSchemas()) {
                assertThat(schemas.next()).isTrue();
            }
            if (way.driver().equals("postgresql")) {
                List<String> columns = new ArrayList<>();
                try (ResultSet rows = about.getColumns(null, "public", "described", "%")) {
                    while (rows.next()) {
                        columns.add(rows.getString("COLUMN_NAME") + " " + rows.getString("TYPE_NAME"));
                    }
                }
                assertThat(columns).containsExactly("id int4", "name varchar");
            }
        }
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
