package io.laguna.redshift.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.engines.process.Workspace;
import io.laguna.engines.server.DatabaseAccess;
import io.laguna.engines.server.PostgreSql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of the functions of AWS's index, from the table {@code functions.txt}, and of the share of them that works. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FunctionsTest {
    /** A function that AWS documents; its result is the reason why it does not work when there is no call. */
    private record Function(String name, String call, String result) {
        boolean works() {
            return !call.equals("-");
        }

        @Override
        public String toString() {
            return name;
        }
    }

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

    private static List<Function> all() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/io/laguna/redshift/sql/functions.txt")).stream()
                    .filter(line -> !line.startsWith("#") && line.contains(" | "))
                    .map(line -> line.split(" \\| ", 3))
                    .map(parts -> new Function(parts[0], parts[1], parts[2]))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static List<Function> working() {
        return all().stream().filter(Function::works).toList();
    }

    static List<Function> others() {
        return all().stream().filter(function -> !function.works()).toList();
    }

    @ParameterizedTest
    @MethodSource("working")
    void answersEachFunction(Function function) throws SQLException {
        List<String> answer =
                new Session(connection).run(function.call()).lines().toList();
        assertThat(answer.get(answer.size() - 1)).isEqualTo(function.result());
    }

    @ParameterizedTest
    @MethodSource("others")
    void refusesTheOthers(Function function) throws SQLException {
        assertThat(function.result()).isNotBlank();
        assertThat(new Session(connection).run("select " + function.name() + "()"))
                .startsWith("ERROR");
    }

    @Test
    void nearlyAllThatAreNotSpatialWork() {
        long spatial = others().stream()
                .filter(function -> function.result().startsWith("GEOMETRY"))
                .count();
        assertThat(working()).hasSizeGreaterThanOrEqualTo(220);
        assertThat(others()).hasSizeLessThanOrEqualTo((int) spatial + 16);
    }
}
