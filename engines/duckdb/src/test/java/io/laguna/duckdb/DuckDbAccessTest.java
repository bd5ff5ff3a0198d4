package io.laguna.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.engines.process.Workspace;
import io.laguna.engines.server.DatabaseAccess;
import io.laguna.engines.server.DuckDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rights that the process gives its two users, and those that it gives nobody. */
class DuckDbAccessTest {
    private static DuckDb duckDb;
    private static Path zones;

    @BeforeAll
    static void start() throws IOException {
        Path lake = Path.of("target", "access").toAbsolutePath();
        Workspace workspace = Workspace.of(Path.of(System.getProperty("laguna.home")), lake);
        zones = Files.createDirectories(workspace.zones());
        duckDb = new DuckDb(workspace);
        duckDb.start();
    }

    @AfterAll
    static void stop() {
        duckDb.close();
    }

    private static Connection connect(DatabaseAccess access, String password) throws SQLException {
        return DriverManager.getConnection(
                access.url().replaceAll("\\?.*", "") + "?preferQueryMode=simple", access.user(), password);
    }

    private static void run(DatabaseAccess access, String sql) throws SQLException {
        try (Connection connection = connect(access, access.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void nobodyIsLetInWithoutThePassword() {
        assertThatThrownBy(() -> connect(duckDb.reader(), "another").close())
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() ->
                        connect(duckDb.owner(), duckDb.reader().password()).close())
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void aReaderOnlyAsksForRows() {
        for (String sql : new String[] {
            "CREATE TABLE t (a int)",
            "COPY (SELECT 1) TO '" + zones.resolve("written") + "'",
            "INSERT INTO x VALUES (1)",
            "ATTACH '" + zones.resolve("db") + "'",
            "PRAGMA database_list",
            "SHOW scans",
            "DECLARE c CURSOR FOR CREATE TABLE t (a int)"
        }) {
            assertThatThrownBy(() -> run(duckDb.reader(), sql)).as(sql).isInstanceOf(SQLException.class);
        }
        assertThat(zones.resolve("written")).doesNotExist();
    }

    @Test
    void nobodyReachesAFileBesideTheZones() throws SQLException {
        // Settings are none of a client's: they change nothing.
        run(duckDb.owner(), "SET enable_external_access = true");
        for (String sql : new String[] {
            "SELECT * FROM read_csv('/etc/passwd')",
            "SELECT * FROM read_text('" + zones + "/../../../pom.xml')",
            "SELECT * FROM glob('/etc/*')",
            "COPY (SELECT 1) TO '/tmp/laguna-duckdb-escaped'",
            "INSTALL httpfs",
            "LOAD '/tmp/extension'"
        }) {
            assertThatThrownBy(() -> run(duckDb.owner(), sql)).as(sql).isInstanceOf(SQLException.class);
        }
        assertThat(Path.of("/tmp/laguna-duckdb-escaped")).doesNotExist();
    }

    @Test
    void rowsComeByPortionsAndAQueryIsCancelled() throws SQLException {
        DatabaseAccess owner = duckDb.owner();
        try (Connection connection = connect(owner, owner.password());
                Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("SELECT i, 'n' || i FROM range(100000) AS r(i)")) {
                long sum = 0;
                while (rows.next()) {
                    sum += rows.getLong(1);
                }
                assertThat(sum).isEqualTo(4_999_950_000L);
            }
            statement.setQueryTimeout(1);
            assertThatThrownBy(() -> statement.execute(
                            "SELECT count(*) FROM range(10000000) a(i), range(10000000) b(j) WHERE i * j = 7"))
                    .isInstanceOf(SQLException.class);
        }
    }
}
