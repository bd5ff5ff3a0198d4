package io.laguna.emulator.redshift.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.redshift.server.TemplateScripts;
import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.process.Tree;
import io.laguna.engines.process.Workspace;
import io.laguna.engines.server.Addition;
import io.laguna.engines.server.DatabaseAccess;
import io.laguna.engines.server.RedshiftCluster;
import io.laguna.engines.server.RedshiftTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cluster whose folder an earlier Laguna has made, whose definitions lack what has come since. */
class AdditionsTest {
    private static final List<String> NEWER =
            List.of("laguna.connection_log", "laguna.upkeep_log", "pg_catalog.stl_sessions", "pg_catalog.stl_vacuum");

    private Path folder;
    private Workspace workspace;

    @BeforeEach
    void makeAnOlderCluster() throws IOException, SQLException {
        folder = Files.createTempDirectory(Path.of("target"), "a").toAbsolutePath();
        workspace = Workspace.of(Path.of(System.getProperty("laguna.home")), folder);
        RedshiftTemplate older = new RedshiftTemplate(workspace, TemplateScripts.all());
        try (RedshiftCluster cluster = RedshiftCluster.of(workspace, older, "kept")) {
            cluster.start();
            run(cluster.administrator("postgres"), "create database kept");
            run(cluster.administrator("kept"), "create table t (n int); insert into t values (7)");
            assertThat(missing(cluster, "kept")).isEqualTo(NEWER);
        }
    }

    @AfterEach
    void delete() throws IOException {
        Tree.delete(folder);
    }

    @Test
    void aKeptClusterGetsWhatItLacksInEveryDatabaseAndKeepsItsTables() throws SQLException {
        try (RedshiftCluster cluster = RedshiftCluster.of(workspace, today(TemplateScripts.additions()), "kept")) {
            cluster.start();

            for (String database : List.of("postgres", "template1", "kept")) {
                assertThat(missing(cluster, database)).as(database).isEmpty();
            }
            assertThat(value(cluster, "kept", "select n from t")).isEqualTo("7");
            assertThat(value(cluster, "kept", "select count(*) > 0 from pg_parameter_acl where parname ~ '^laguna'"))
                    .isEqualTo("t");
            assertThat(value(cluster, "kept", "select lanname from pg_language where lanname = 'exfunc'"))
                    .isEqualTo("exfunc");
            run(
                    cluster.administrator("kept"),
                    "select laguna.upkeep('full', 't'::regclass::oid::text, now()::timestamp)");
            assertThat(value(cluster, "kept", "select rows from stl_vacuum where status = 'Finished'"))
                    .isEqualTo("1");
        }
    }

    @Test
    void whatIsThereIsNotMadeAgain() throws SQLException {
        for (int start = 0; start < 2; start++) {
            try (RedshiftCluster cluster = RedshiftCluster.of(workspace, today(TemplateScripts.additions()), "kept")) {
                cluster.start();
                assertThat(value(cluster, "kept", "select count(*) from laguna.upkeep_log"))
                        .isEqualTo(String.valueOf(start));
                run(
                        cluster.administrator("kept"),
                        "select laguna.upkeep('full', 't'::regclass::oid::text, now()::timestamp)");
            }
        }
    }

    @Test
    void anAdditionThatFailsLeavesNothingBehindAndThoseBeforeItStay() throws SQLException {
        List<Addition> additions = List.of(
                TemplateScripts.additions().get(3),
                new Addition("to_regclass('laguna.half')", "create table laguna.half (); select 1 / 0"));
        try (RedshiftCluster cluster = RedshiftCluster.of(workspace, today(additions), "kept")) {
            for (int start = 0; start < 2; start++) {
                assertThatThrownBy(cluster::start)
                        .isInstanceOf(EngineFailure.class)
                        .hasMessageContaining("division by zero");
                assertThat(cluster.isRunning()).isFalse();
            }
        }
        try (RedshiftCluster cluster = RedshiftCluster.of(workspace, today(List.of()), "kept")) {
            cluster.start();
            assertThat(value(cluster, "postgres", "select to_regclass('laguna.half') is null"))
                    .isEqualTo("t");
        }
    }

    private RedshiftTemplate today(List<Addition> additions) {
        return new RedshiftTemplate(workspace, TemplateScripts.all(), additions);
    }

    private static List<String> missing(RedshiftCluster cluster, String database) throws SQLException {
        return NEWER.stream()
                .filter(name -> value(cluster, database, "select to_regclass('" + name + "')") == null)
                .toList();
    }

    private static String value(RedshiftCluster cluster, String database, String sql) {
        DatabaseAccess access = cluster.administrator(database);
        try (Connection connection = DriverManager.getConnection(access.url(), access.user(), access.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(DatabaseAccess access, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(access.url(), access.user(), access.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
