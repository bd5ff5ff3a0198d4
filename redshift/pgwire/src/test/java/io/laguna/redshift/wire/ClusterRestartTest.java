package io.laguna.redshift.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.process.Workspace;
import io.laguna.engines.server.DatabaseAccess;
import io.laguna.engines.server.RedshiftCluster;
import io.laguna.engines.server.RedshiftTemplate;
import io.laguna.redshift.wire.RunningCluster.Running;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests of clusters' engines: apart from each other, from one template, and there again after a pause. */
@ExtendWith(RunningCluster.class)
class ClusterRestartTest {
    private static final String FUNCTION =
            "create function pg_catalog.getdate() returns text language sql as $$ select 'of the template' $$";

    private final Workspace workspace;

    ClusterRestartTest(Running cluster) {
        this.workspace = cluster.workspace();
    }

    @Test
    void clustersAreCopiesOfTheTemplateAndKeepWhatIsTheirs() throws SQLException {
        RedshiftTemplate template = new RedshiftTemplate(workspace, List.of(FUNCTION));
        try (RedshiftCluster first = RedshiftCluster.of(workspace, template, "first")) {
            first.start();
            DatabaseAccess sales = first.database("sales");
            assertThat(one(sales, "select getdate()")).isEqualTo("of the template");
            run(sales, "create table kept as select 7 as n");
        }
        try (RedshiftCluster again = RedshiftCluster.of(workspace, template, "first");
                RedshiftCluster second = RedshiftCluster.of(workspace, template, "second")) {
            again.start();
            second.start();
            assertThat(one(again.database("sales"), "select n from kept")).isEqualTo("7");
            assertThat(one(second.database("postgres"), "select count(*) from pg_database where datname = 'sales'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void aTemplateWhoseDefinitionFailsSaysWhichAndLeavesNoCluster() {
        RedshiftTemplate template = new RedshiftTemplate(workspace, List.of("create function wrong"));
        try (RedshiftCluster cluster = RedshiftCluster.of(workspace, template, "broken")) {
            assertThatThrownBy(cluster::start)
                    .isInstanceOf(EngineFailure.class)
                    .hasMessageContaining("A definition of the template")
                    .hasMessageContaining("syntax error");
            assertThat(Files.exists(cluster.data())).isFalse();
        }
    }

    private static String one(DatabaseAccess database, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void run(DatabaseAccess database, String text) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
