package io.laguna.emulator.redshift.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tests of sessions of a real cluster by AWS's driver: what Redshift's SQL does, and who may do what. */
class SessionsTest {
    private static LiveCluster cluster;

    @BeforeAll
    static void start() throws SQLException {
        cluster = LiveCluster.start(scope -> Carriers.NONE);
    }

    @AfterAll
    static void stop() throws IOException {
        cluster.close();
    }

    @Test
    void statementsOfRedshiftsAreRead() throws SQLException {
        try (Connection connection = cluster.connect()) {
            assertThat(rows(connection, "select dateadd(month, 1, '2023-04-30')::date, nvl(null, 'x'), len('ab')"))
                    .containsExactly("2023-05-30|x|2");
            assertThat(rows(connection, "select x*2 as d, d+1 as e from (select 5 as x) where e > 0"))
                    .containsExactly("10|11");
        }
    }

    @Test
    void anAliasIsAllowedInATransactionAndLeavesItUsable() throws SQLException {
        try (Connection connection = cluster.connect()) {
            connection.setAutoCommit(false);
            run(connection, "create table counted (n int)");
            run(connection, "insert into counted values (4)");
            assertThat(rows(connection, "select n + 1 as m, m * 2 as k from counted where k = 10"))
                    .containsExactly("5|10");
            connection.rollback();
            assertThatThrownBy(() -> run(connection, "select * from counted")).hasMessageContaining("does not exist");
            connection.rollback();
        }
    }

    @Test
    void columnsOfATableOfTheSameTransactionAreKnown() throws SQLException {
        try (Connection connection = cluster.connect()) {
            connection.setAutoCommit(false);
            run(connection, "create temp table wide (a int, b int, c int)");
            run(connection, "insert into wide values (1, 2, 3)");
            assertThat(rows(connection, "select * exclude b from wide")).containsExactly("1|3");
            connection.rollback();
        }
    }

    @Test
    void truncateCommits() throws SQLException {
        try (Connection connection = cluster.connect()) {
            run(connection, "create table emptied (n int)");
            connection.setAutoCommit(false);
            run(connection, "insert into emptied values (1)");
            run(connection, "truncate emptied");
            connection.rollback();
            assertThat(rows(connection, "select count(*) from emptied")).containsExactly("0");
            connection.rollback();
        }
    }

    @Test
    void whatATableSaysIsRecordedAndForgottenWithIt() throws SQLException {
        try (Connection connection = cluster.connect()) {
            run(connection, "create table parent (id int primary key)");
            run(
                    connection,
                    "create table if not exists recorded (id int encode zstd, word varchar(9), at date, primary key (id),"
                            + " foreign key (id) references parent) distkey(id) compound sortkey(at, word)");
            run(connection, "create table if not exists recorded (other int) diststyle all");
            assertThat(rows(
                            connection,
                            "select diststyle, distkey, sortstyle, sortkey from laguna.table_record"
                                    + " where relation = 'recorded'::regclass"))
                    .containsExactly("KEY|1|COMPOUND|{3,2}");
            assertThat(rows(
                            connection,
                            "select name, kind, columns, referenced_columns from laguna.key_record"
                                    + " where relation = 'recorded'::regclass order by 1"))
                    .containsExactly("recorded_id_fkey|f|{1}|{1}", "recorded_pkey|p|{1}|{}");
            run(connection, "create table alike (like recorded)");
            run(connection, "alter table alike alter diststyle even");
            assertThat(rows(
                            connection,
                            "select diststyle, distkey, sortkey from laguna.table_record"
                                    + " where relation = 'alike'::regclass"))
                    .containsExactly("EVEN|null|{3,2}");
            run(connection, "insert into recorded values (1, 'a', null)");
            run(connection, "insert into recorded values (1, 'a', null)");
            run(connection, "alter table recorded drop constraint recorded_pkey");
            assertThatThrownBy(() -> run(connection, "alter table recorded drop constraint recorded_pkey"))
                    .hasMessageContaining("does not exist");
            assertThat(rows(
                            connection,
                            "select encoding from laguna.encoding_record where relation =" + " 'recorded'::regclass"))
                    .containsExactly("zstd");
            run(connection, "drop table recorded");
            run(connection, "drop table alike");
            run(connection, "drop table parent");
            assertThat(rows(
                            connection,
                            "select count(*) from laguna.table_record r left join pg_class c on c.oid = r.relation"
                                    + " where c.oid is null"))
                    .containsExactly("0");
        }
    }

    @Test
    void rowsAreAppended() throws SQLException {
        try (Connection connection = cluster.connect()) {
            run(connection, "create table few (a int, b varchar(5))");
            run(connection, "create table more (a int, b varchar(5), c int)");
            run(connection, "insert into more values (1, 'x', 3)");
            assertThatThrownBy(() -> run(connection, "alter table few append from more"))
                    .hasMessageContaining("IGNOREEXTRA");
            run(connection, "alter table few append from more ignoreextra");
            assertThat(rows(connection, "select * from few")).containsExactly("1|x");
            assertThat(rows(connection, "select count(*) from more")).containsExactly("0");
        }
    }

    @Test
    void usersComeInByTheirPasswordsAndOnlyTheirOwnersRecordTables() throws SQLException {
        try (Connection connection = cluster.connect()) {
            run(connection, "create group readers");
            run(connection, "create user ana password 'Secret-of-ana-1' in group readers session timeout 120");
            run(connection, "create table of_admin (n int)");
            run(connection, "grant select on of_admin to group readers");
            try (Connection ana = as("ana", "Secret-of-ana-1")) {
                assertThat(rows(ana, "select count(*) from of_admin")).containsExactly("0");
                assertThat(rows(ana, "show idle_session_timeout")).containsExactly("2min");
                assertThatThrownBy(() -> run(ana, "insert into of_admin values (1)"))
                        .hasMessageContaining("permission denied");
                assertThatThrownBy(() -> run(ana, "alter table of_admin alter diststyle all"))
                        .hasMessageContaining("must be owner");
                assertThatThrownBy(() -> run(
                                ana,
                                "delete from laguna.table_record; insert into laguna.table_record"
                                        + " values ('of_admin'::regclass)"))
                        .isInstanceOf(SQLException.class);
                run(ana, "create table of_ana (n int)");
                run(ana, "alter user ana password 'Another-of-ana-2'");
            }
            assertThatThrownBy(() -> as("ana", "Secret-of-ana-1").close())
                    .isInstanceOfSatisfying(SQLException.class, failure -> assertThat(failure.getSQLState())
                            .isEqualTo("28000"));
            as("ana", "Another-of-ana-2").close();
            // A superuser of Redshift's may do what it likes with the tables of others.
            run(connection, "insert into of_ana values (1)");
            run(connection, "drop table of_ana");
            run(connection, "alter user ana valid until '2020-01-01'");
            assertThatThrownBy(() -> as("ana", "Another-of-ana-2").close()).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> run(connection, "create user laguna password 'Secret-of-ana-1'"))
                    .hasMessageContaining("already exists");
            run(connection, "create user boss createuser password 'Secret-of-boss-1'");
            try (Connection boss = as("boss", "Secret-of-boss-1")) {
                run(boss, "create user made_by_boss password 'Secret-of-made-1'");
                assertThat(rows(boss, "select count(*) from of_admin")).containsExactly("0");
            }
        }
    }

    @Test
    void superusersAndNobodyElseActAsAnotherUser() throws SQLException {
        try (Connection connection = cluster.connect()) {
            run(connection, "create user guest password 'Secret-of-guest-1'");
            run(connection, "create table not_for_guests (n int)");
            run(connection, "set session authorization 'guest'");
            assertThat(rows(connection, "select current_user")).containsExactly("guest");
            assertThatThrownBy(() -> run(connection, "select n from not_for_guests"))
                    .hasMessageContaining("permission denied");
            run(connection, "set session authorization default");
            assertThat(rows(connection, "select count(*) from not_for_guests")).containsExactly("0");
            connection.setAutoCommit(false);
            run(connection, "set local session authorization guest");
            assertThat(rows(connection, "select current_user")).containsExactly("guest");
            connection.commit();
            assertThat(rows(connection, "select current_user")).containsExactly("admin");
            connection.commit();
            try (Connection guest = as("guest", "Secret-of-guest-1")) {
                assertThatThrownBy(() -> run(guest, "set session authorization admin"))
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void aSubqueryOfWhatAUserMayNotSeeFailsForThatReasonInABlockToo() throws SQLException {
        try (Connection connection = cluster.connect()) {
            run(connection, "create user stranger password 'Secret-of-stranger-1'");
            run(connection, "create schema closed");
            run(connection, "create table closed.t (k int, v int)");
            run(connection, "create table opened (k int, v int)");
            run(connection, "grant select on opened to stranger");
        }
        try (Connection stranger = as("stranger", "Secret-of-stranger-1")) {
            stranger.setAutoCommit(false);
            assertThatThrownBy(() -> run(
                            stranger,
                            "select * from opened o where v > (select avg(i.v) from closed.t i where i.k = o.k)"))
                    .hasMessageContaining("permission denied for schema closed");
            stranger.rollback();
            assertThat(rows(stranger, "select count(*) from opened")).containsExactly("0");
        }
    }

    @Test
    void aTextThatIsAskedAgainMeansWhatTheSessionSaysThen() throws SQLException {
        try (Connection connection = cluster.connect()) {
            run(connection, "create table \"Asked\" (\"Again\" int)");
            assertThat(rows(connection, "select \"Again\" from asked")).isEmpty();
            run(connection, "set enable_case_sensitive_identifier to true");
            assertThatThrownBy(() -> run(connection, "select \"Again\" from asked"))
                    .hasMessageContaining("Again");
            run(connection, "reset enable_case_sensitive_identifier");
            assertThat(rows(connection, "select \"Again\" from asked")).isEmpty();
        }
    }

    @Test
    void namesInQuotesKeepTheirCaseWhenTheSessionSaysSo() throws SQLException {
        try (Connection connection = cluster.connect()) {
            run(connection, "create table \"Mix\" (\"ColA\" int)");
            assertThat(rows(connection, "select cola from mix")).isEmpty();
            run(connection, "set enable_case_sensitive_identifier to true");
            assertThatThrownBy(() -> run(connection, "select \"ColA\" from mix"))
                    .hasMessageContaining("ColA");
            assertThat(rows(connection, "show enable_case_sensitive_identifier"))
                    .containsExactly("true");
            run(connection, "reset enable_case_sensitive_identifier");
            assertThat(rows(connection, "select \"ColA\" from mix")).isEmpty();
            run(connection, "alter user admin set enable_case_sensitive_identifier to true");
            try (Connection later = cluster.connect()) {
                assertThatThrownBy(() -> run(later, "select \"ColA\" from mix")).hasMessageContaining("ColA");
            }
            run(connection, "alter user admin reset enable_case_sensitive_identifier");
        }
    }

    @Test
    void nobodyLeavesTheCluster() throws SQLException {
        try (Connection connection = cluster.connect()) {
            run(connection, "create table kept_in (line varchar(100))");
            for (String sql : List.of(
                    "copy kept_in from program 'id'",
                    "copy kept_in from '/etc/passwd'",
                    "select pg_catalog.pg_read_file('/etc/passwd')",
                    "select pg_ls_dir('/')",
                    "select lo_import('/etc/passwd')",
                    "create extension dblink",
                    "create extension file_fdw",
                    "create server far foreign data wrapper postgres_fdw",
                    "alter system set log_statement = 'all'",
                    "set role rdsdb",
                    "set session authorization rdsdb",
                    "alter user rdsdb password 'Secret-of-boss-1'",
                    "alter user admin superuser",
                    "create function f() returns int language c as 'libc.so.6', 'getpid'",
                    "grant pg_read_server_files to admin",
                    "grant pg_execute_server_program to admin",
                    "select laguna.spool(1, true)",
                    "do $$ begin perform pg_read_file('/etc/passwd'); end $$")) {
                assertThatThrownBy(() -> run(connection, sql)).as(sql).isInstanceOf(SQLException.class);
            }
            run(
                    connection,
                    "create procedure leave() language plpgsql as $$ begin execute 'copy kept_in from program ''id''';"
                            + " end; $$");
            assertThatThrownBy(() -> run(connection, "call leave()"))
                    .hasMessageContaining("syntax error at or near \"program\"");
            assertThat(rows(connection, "select current_setting('is_superuser')"))
                    .containsExactly("off");
        }
    }

    @Test
    void theEngineFillsNoTableThatWouldDoSomethingAsItsSuperuser() throws SQLException {
        try (Connection connection = cluster.connect()) {
            for (String table : List.of(
                    "select 1 as a; alter table laguna_spool alter column a set default 1",
                    "select 1 as a; drop table laguna_spool; create temporary table laguna_parts (a int) partition by range (a);"
                            + " create temporary table laguna_spool partition of laguna_parts for values from (1) to (9)")) {
                run(connection, "select laguna.make_spool('', '" + table + "', '')");
                assertThatThrownBy(() -> run(connection, "select laguna.spool(1, true)"))
                        .as(table)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    private static Connection as(String user, String password) throws SQLException {
        return cluster.connect("redshift", user, password, LiveCluster.DATABASE, Map.of("ssl", "false"));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(result.getObject(i)));
                }
                rows.add(String.join("|", values));
            }
        }
        return rows;
    }
}
