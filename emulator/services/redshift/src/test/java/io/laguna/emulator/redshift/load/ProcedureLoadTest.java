package io.laguna.emulator.redshift.load;

import static io.laguna.emulator.redshift.load.LoadFixture.ROLE;
import static io.laguna.emulator.redshift.load.LoadFixture.rows;
import static io.laguna.emulator.redshift.load.LoadFixture.run;
import static io.laguna.emulator.redshift.load.LoadFixture.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.testlake.EngineLake;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that procedures load and unload, in their own transaction, and that their handlers' work stays. */
@ExtendWith(EngineLake.class)
class ProcedureLoadTest {
    private static LoadFixture fixture;

    @BeforeAll
    static void start(EngineLake.Running lake) throws SQLException {
        fixture = new LoadFixture(lake);
        fixture.put("procedure/rows.csv", "1,a,\n2,\"b,c\",2020-01-02\n");
        fixture.put("procedure/bad.csv", "x,a,2020-01-01\n");
    }

    @AfterAll
    static void stop() throws IOException {
        fixture.close();
    }

    private static String quoted(String sql) {
        return "'" + sql.replace("'", "''") + "'";
    }

    private static String loads(String name, String file) {
        return "create or replace procedure " + name
                + "() as $$ begin create temp table stage (id int, name varchar(9), d date)"
                + " distkey(id); execute " + quoted("copy stage from " + url(file) + ROLE + "csv")
                + "; insert into target select nvl(d, '2000-01-01'), id, name from stage; drop table stage; end $$ language plpgsql";
    }

    @Test
    void loadsIntoATemporaryTableByASqlThatItPutsTogether() throws SQLException {
        try (Connection connection = fixture.cluster.connect()) {
            run(connection, "create table target (d date, id int, name varchar(9))");
            run(connection, loads("load_rows", "procedure/rows.csv"));
            assertThat(run(connection, "call load_rows()"))
                    .contains("Load into table 'stage' completed, 2 record(s) loaded successfully.");
            assertThat(rows(connection, "select * from target order by id"))
                    .containsExactly("2000-01-01|1|a", "2020-01-02|2|b,c");
            run(connection, "begin");
            run(connection, "call load_rows()");
            run(connection, "rollback");
            assertThat(rows(connection, "select count(*) from target")).containsExactly("2");
            run(connection, "drop table target");
        }
    }

    @Test
    void unloadsWhatItsTransactionHasMadeAndLoadsWithIds() throws SQLException {
        try (Connection connection = fixture.cluster.connect()) {
            run(connection, "create table numbered (id int identity(1,1), name varchar(9), d date not null)");
            run(
                    connection,
                    "create or replace procedure out_and_in() as $$ begin insert into numbered (name, d) values ('x', '2020-05-05');"
                            + " unload ('select id + 10, name, d from numbered') to " + url("procedure/out/") + ROLE
                            + "csv parallel off allowoverwrite; copy numbered (id, name, d) from "
                            + url("procedure/out/") + ROLE + "csv explicit_ids; end $$ language plpgsql");
            run(connection, "call out_and_in()");
            assertThat(fixture.text("procedure/out/000")).matches("1[0-9],x,2020-05-05\n");
            assertThat(rows(connection, "select count(*), count(distinct id) from numbered"))
                    .containsExactly("2|2");
            run(
                    connection,
                    "create procedure two_counts() as $$ begin unload ('select count(*), count(id) from numbered') to "
                            + url("procedure/counts/") + ROLE
                            + "csv parallel off allowoverwrite; end $$ language plpgsql");
            run(connection, "call two_counts()");
            assertThat(fixture.text("procedure/counts/000"))
                    .as("columns of one name")
                    .isEqualTo("2,2\n");
        }
    }

    @Test
    void theCancellingOfAStatementIsOverWithIt() throws SQLException {
        try (Connection connection = fixture.cluster.connect();
                Statement slow = connection.createStatement()) {
            run(connection, "create table target (d date, id int, name varchar(9))");
            run(connection, loads("load_later", "procedure/rows.csv"));
            slow.setQueryTimeout(1);
            assertThatThrownBy(() -> slow.execute("select pg_sleep(60)")).isInstanceOf(SQLException.class);
            run(connection, "call load_later()");
            assertThat(rows(connection, "select count(*) from target")).containsExactly("2");
            run(connection, "drop table target");
        }
    }

    @Test
    void theErrorOfALoadIsThatOfCopyAndItsRowsAreInTheHistory() throws SQLException {
        try (Connection connection = fixture.cluster.connect()) {
            run(connection, "create table target (d date, id int, name varchar(9))");
            run(connection, loads("load_bad", "procedure/bad.csv"));
            assertThatThrownBy(() -> run(connection, "call load_bad()"))
                    .hasMessageContaining("Load into table 'stage' failed.  Check 'stl_load_errors' system table");
            assertThat(rows(
                            connection,
                            "select colname, err_code from stl_load_errors where trim(filename) like '%bad.csv'"))
                    .containsExactly("id|1207");
            assertThat(rows(connection, "select count(*) from target")).containsExactly("0");
            run(connection, "drop table target");
        }
    }

    @Test
    void whatAHandlerWritesStaysThoughTheErrorIsThrownAgain() throws SQLException {
        try (Connection connection = fixture.cluster.connect()) {
            run(connection, "create table log (message varchar(99))");
            run(
                    connection,
                    "create procedure fails() as $$ begin insert into log values ('begun'); insert into log values (1 / 0);"
                            + " exception when others then insert into log values (sqlstate || ' ' || sqlerrm); end $$ language plpgsql");
            run(
                    connection,
                    "create procedure outer_one() as $$ begin call fails(); exception when others then"
                            + " insert into log values ('outer ' || sqlerrm); end $$ language plpgsql");
            assertThatThrownBy(() -> run(connection, "call fails()")).hasMessageContaining("division by zero");
            assertThatThrownBy(() -> run(connection, "call outer_one()")).hasMessageContaining("division by zero");
            assertThat(rows(connection, "select message from log"))
                    .containsExactly("22012 division by zero", "outer division by zero");
        }
    }

    @Test
    void aHandlerRunsInATransactionOfItsOwnWhereThereCanBeOne() throws SQLException {
        try (Connection connection = fixture.cluster.connect()) {
            run(connection, "create table notes (message varchar(99))");
            run(
                    connection,
                    "create procedure passes() as $$ begin null; exception when others then null; end $$ language plpgsql");
            run(
                    connection,
                    "create procedure divides() as $$ begin insert into notes values (1 / 0);"
                            + " exception when others then insert into notes values ('handled'); end $$ language plpgsql");
            run(
                    connection,
                    "create procedure works() as $$ begin insert into notes values ('undone'); call divides(); end $$"
                            + " language plpgsql");
            run(
                    connection,
                    "create procedure nests() as $$ begin call passes(); call divides(); exception when others then"
                            + " insert into notes values ('outer ' || sqlerrm); end $$ language plpgsql");
            run(
                    connection,
                    "create procedure defines() as $$ begin call divides(); exception when others then"
                            + " insert into notes values ('lost'); end $$ language plpgsql security definer");
            for (String call : List.of("call works()", "call nests()", "call defines()", "select 1; call divides()")) {
                assertThatThrownBy(() -> run(connection, call)).as(call).hasMessageContaining("division by zero");
            }
            assertThat(rows(connection, "select message from notes"))
                    .containsExactly("handled", "outer division by zero");
        }
    }
}
