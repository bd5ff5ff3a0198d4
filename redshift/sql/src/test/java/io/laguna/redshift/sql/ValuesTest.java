package io.laguna.redshift.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.engines.process.Workspace;
import io.laguna.engines.server.DatabaseAccess;
import io.laguna.engines.server.PostgreSql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of what rewritten statements answer on a PostgreSQL, from the tables {@code values.txt} and {@code cases.txt}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ValuesTest {
    private PostgreSql server;
    private Connection connection;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, SQLException {
        server = new PostgreSql(Workspace.of(Path.of(System.getProperty("laguna.home")), folder), 0);
        server.start();
        DatabaseAccess database = server.database("redshift");
        connection = DriverManager.getConnection(database.url(), database.user(), database.password());
        Session.prepare(connection);
    }

    @AfterAll
    void stop() throws SQLException {
        connection.close();
        server.close();
    }

    static List<Cases> values() {
        return Stream.of("values.txt", "cases.txt")
                .flatMap(name -> Cases.in(name).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("values")
    void answersEachStatement(Cases statements) throws SQLException {
        assertThat(new Session(connection).run(statements.input())).isEqualTo(statements.expected());
    }

    @Test
    void theTableIsLong() {
        assertThat(values()).hasSizeGreaterThan(300);
    }
}
