package io.laguna.emulator.redshift.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.laguna.emulator.redshift.session.Carriers;
import io.laguna.emulator.redshift.session.LiveCluster;
import io.laguna.engines.server.DatabaseAccess;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The history of a cluster's statements, read through its system views by AWS's driver. */
class HistoryTest {
    private static final String USER = "historian";
    private static final String PASSWORD = "Reader-of-tests-1";
    private static LiveCluster cluster;

    @BeforeAll
    static void start() throws SQLException {
        cluster = LiveCluster.start(scope -> Carriers.NONE);
        try (Connection connection = cluster.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create user " + USER + " password '" + PASSWORD + "'");
            statement.execute("create table kept (n int)");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        cluster.close();
    }

    @Test
    void aStatementIsInTheHistoryAtOnceWithItsFigures() throws SQLException {
        try (Connection connection = cluster.connect()) {
            run(connection, "set query_group to 'nightly'");
            run(connection, "insert into kept values (1), (2)");
            run(connection, "select 'of the night'");

            assertThat(rows(
                            connection,
                            "select trim(query_type), trim(query_label), trim(status), returned_rows, trim(query_text)"
                                    + " from sys_query_history where query_label = 'nightly' and query_type <> 'UTILITY'"
                                    + " and status <> 'running' order by query_id"))
                    .containsExactly(
                            "INSERT|nightly|success|2|insert into kept values (1), (2)",
                            "SELECT|nightly|success|1|select 'of the night'");
            assertThat(rows(connection, "select trim(label), aborted from stl_query where query = pg_last_query_id()"))
                    .hasSize(1);
        }
    }

    @Test
    void aSessionIsInTheLogOfConnectionsWhichSuperusersSee() throws SQLException {
        int process;
        try (Connection gone =
                cluster.connect("redshift", USER, PASSWORD, LiveCluster.DATABASE, Map.of("ssl", "false"))) {
            process = Integer.parseInt(rows(gone, "select pg_backend_pid()").get(0));
            assertThat(rows(gone, "select count(*) from stl_connection_log")).containsExactly("0");
        }
        try (Connection connection = cluster.connect()) {
            await().untilAsserted(() -> assertThat(rows(
                            connection,
                            "select trim(event), trim(remotehost), trim(username), trim(dbname) from stl_connection_log"
                                    + " where pid = " + process
                                    + " and event <> 'set application_name' order by recordtime, event"))
                    .containsExactly(
                            "authenticated|127.0.0.1|" + USER + "|" + LiveCluster.DATABASE,
                            "initiating session|127.0.0.1|" + USER + "|" + LiveCluster.DATABASE,
                            "disconnecting session|127.0.0.1|" + USER + "|" + LiveCluster.DATABASE));
            assertThat(rows(
                            connection,
                            "select trim(user_name) from stl_sessions where endtime >= starttime and process = "
                                    + process))
                    .containsExactly(USER);
            assertThat(rows(
                            connection,
                            "select count(*) from sys_connection_log where driver_version like 'Redshift%'"))
                    .doesNotContain("0");
        }
    }

    @Test
    void statementsAreKeptWhereSessionsCannotBe() throws SQLException {
        try (Connection connection = cluster.connect()) {
            run(connection, "create database older");
        }
        DatabaseAccess older = cluster.administrator("older");
        try (Connection administrator = DriverManager.getConnection(older.url(), older.user(), older.password())) {
            run(administrator, "drop table laguna.connection_log cascade");
        }
        try (Connection connection =
                cluster.connect("redshift", LiveCluster.USER, LiveCluster.PASSWORD, "older", Map.of("ssl", "false"))) {
            run(connection, "select 'in an older one'");
            assertThat(rows(connection, "select trim(querytxt) from stl_query where querytxt like 'select ''in an%'"))
                    .containsExactly("select 'in an older one'");
        }
    }

    @Test
    void vacuumAndAnalyzeAreInTheHistoryOfTheirTables() throws SQLException {
        try (Connection connection = cluster.connect()) {
            run(connection, "create table swept (n int)");
            run(connection, "insert into swept values (1), (2), (3)");
            run(connection, "vacuum delete only swept");
            run(connection, "analyze swept");

            assertThat(rows(
                            connection,
                            "select trim(status), rows, blocks from stl_vacuum where table_id = 'swept'::regclass::oid"
                                    + " order by eventtime"))
                    .containsExactly("Started Delete Only|null|null", "Finished|3|1");
            assertThat(rows(
                            connection,
                            "select table_name, elapsed_time > 0 from svv_vacuum_summary where table_name = 'swept'"))
                    .containsExactly("swept|t");
            assertThat(rows(
                            connection,
                            "select trim(status), rows from stl_analyze where table_id = 'swept'::regclass::oid"))
                    .containsExactly("Full|3.0");
        }
        try (Connection other =
                cluster.connect("redshift", USER, PASSWORD, LiveCluster.DATABASE, Map.of("ssl", "false"))) {
            assertThat(rows(other, "select count(*) from stl_vacuum")).containsExactly("0");
        }
    }

    @Test
    void aCallIsInTheHistoryOfProceduresWhateverCommentsStandBeforeIt() throws SQLException {
        try (Connection connection = cluster.connect()) {
            run(connection, "create procedure nothing(n int) as $$ begin null; end $$ language plpgsql");
            run(connection, "-- the first\ncall nothing(1)");
            run(connection, "/* the * second */ CALL nothing(2)");
            run(connection, "select 'call nothing(3)'");

            assertThat(rows(
                            connection,
                            "select regexp_substr(querytxt, '[0-9]'), aborted from svl_stored_proc_call"
                                    + " where querytxt ilike '%nothing%' order by starttime"))
                    .containsExactly("1|0", "2|0");
        }
    }

    @Test
    void aViewWhoseTruthIsNotMeasuredIsRefusedByName() throws SQLException {
        try (Connection connection = cluster.connect()) {
            assertThatThrownBy(() -> run(connection, "select * from stl_scan"))
                    .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                            .isEqualTo("0A000"))
                    .hasMessageContaining("the system view stl_scan is not supported: Laguna does not measure the steps"
                            + " of a query; see SYS_QUERY_DETAIL, STL_QUERY and SVV_TABLE_INFO");
            assertThatThrownBy(() -> run(connection, "select * from stl_scans"))
                    .hasMessageContaining("relation \"stl_scans\" does not exist");
            assertThat(rows(connection, "select count(*) from svl_compile")).containsExactly("0");
        }
    }

    @Test
    void resetAllLeavesWhatTheClusterIs() throws SQLException {
        try (Connection connection = cluster.connect()) {
            run(connection, "set query_group to 'before'");
            run(connection, "reset all");
            assertThat(rows(connection, "select current_aws_account(), current_namespace()"))
                    .containsExactly(cluster.account() + "|" + cluster.namespace());
            run(connection, "select 'after all'");
            assertThat(rows(
                            connection,
                            "select trim(label) from stl_query where querytxt like 'select ''after all''%'"))
                    .containsExactly("default");
        }
    }

    @Test
    void aTextThatIsAskedAgainHasTheLabelOfThen() throws SQLException {
        try (Connection connection = cluster.connect()) {
            run(connection, "select 'asked again'");
            run(connection, "set query_group to 'later'");
            run(connection, "select 'asked again'");
            run(connection, "select 'asked again'");

            assertThat(rows(
                            connection,
                            "select trim(label), count(*) from stl_query where querytxt like 'select ''asked again''%'"
                                    + " group by 1 order by 1"))
                    .containsExactly("default|1", "later|2");
        }
    }

    @Test
    void theLastQueryIsKnownInsideATransaction() throws SQLException {
        try (Connection connection = cluster.connect()) {
            connection.setAutoCommit(false);
            run(connection, "insert into kept values (7)");
            String last = rows(connection, "select pg_last_query_id()").get(0);
            connection.commit();

            assertThat(rows(connection, "select trim(querytxt) from stl_query where query = " + last))
                    .containsExactly("insert into kept values (7)");
            connection.rollback();
        }
    }

    @Test
    void aFailureIsKeptWithItsReason() throws SQLException {
        try (Connection connection = cluster.connect()) {
            assertThatThrownBy(() -> run(connection, "select 1 / 0")).hasMessageContaining("division by zero");

            assertThat(rows(
                            connection,
                            "select trim(status), trim(error_message) from sys_query_history"
                                    + " where query_text = 'select 1 / 0' order by query_id desc limit 1"))
                    .containsExactly("failed|division by zero");
        }
    }

    @Test
    void whatRunsIsInFlight() throws SQLException {
        try (Connection sleeper = cluster.connect();
                Connection connection = cluster.connect()) {
            Statement sleeping = sleeper.createStatement();
            CompletableFuture<Void> ended = CompletableFuture.runAsync(() -> execute(sleeping, "select pg_sleep(30)"));
            await().until(() -> !rows(connection, "select pid from stv_inflight where text like 'select pg_sleep(30)%'")
                    .isEmpty());
            assertThat(rows(connection, "select trim(status) from stv_recents where query like 'select pg_sleep(30)%'"))
                    .containsExactly("Running");

            sleeping.cancel();
            ended.join();

            assertThat(rows(
                            connection,
                            "select trim(status) from sys_query_history where query_text = 'select pg_sleep(30)'"))
                    .containsExactly("canceled");
        }
    }

    @Test
    void usersSeeTheirOwnStatementsAndSuperusersAll() throws SQLException {
        try (Connection master = cluster.connect();
                Connection reader =
                        cluster.connect("redshift", USER, PASSWORD, LiveCluster.DATABASE, Map.of("ssl", "false"))) {
            run(master, "select 'of the master'");
            run(reader, "select 'of the reader'");
            String question = "select trim(querytxt) from stl_query where querytxt like 'select ''of the %' order by 1";

            assertThat(rows(reader, question)).containsExactly("select 'of the reader'");
            assertThat(rows(master, question)).contains("select 'of the master'", "select 'of the reader'");
            assertThatThrownBy(() -> rows(reader, "select * from laguna.query_log"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> rows(reader, "select * from laguna.dblink('', 'select 1') as d(n int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void passwordsAreInNoLog() throws SQLException {
        try (Connection connection = cluster.connect()) {
            run(connection, "create user secretive password 'Hidden-in-tests-1'");

            assertThat(rows(connection, "select trim(text) from stl_ddltext where text like 'create user secretive%'"))
                    .containsExactly("create user secretive password '***'");
        }
    }

    @Test
    void aBatchLeavesAnEntryForEachStatement() throws SQLException {
        try (Connection connection = cluster.connect()) {
            run(connection, "set query_group to 'batch'");
            try (PreparedStatement insert = connection.prepareStatement("insert into kept values (?)")) {
                for (int i = 0; i < 50; i++) {
                    insert.setInt(1, i);
                    insert.addBatch();
                }
                insert.executeBatch();
            }

            assertThat(rows(
                            connection,
                            "select count(*) > 0, count(distinct query) = count(*) from stl_query"
                                    + " where label = 'batch' and querytxt like 'insert into kept%'"))
                    .containsExactly("t|t");
        }
    }

    private static void execute(Statement statement, String sql) {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            assertThat(e.getSQLState()).isEqualTo("57014");
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> list = new ArrayList<>();
            int width = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= width; i++) {
                    values.add(rows.getString(i));
                }
                list.add(String.join("|", values));
            }
            return list;
        }
    }
}
