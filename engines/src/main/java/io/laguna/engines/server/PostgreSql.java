package io.laguna.engines.server;

import io.laguna.engines.process.Password;
import io.laguna.engines.process.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The PostgreSQL that is the database of the metastore and of Laguna's own state. It listens on loopback and keeps its
 * data in the workspace.
 */
public final class PostgreSql extends LocalServer implements DatabaseServer {
    public static final String NAME = "postgresql";
    private static final String USER = "laguna";
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final Workspace workspace;

    /**
     * Creates an engine that has yet to be started.
     *
     * @param port the port to listen on, or 0 for a free one
     */
    public PostgreSql(Workspace workspace, int port) {
        super(workspace, NAME, port);
        this.workspace = workspace;
    }

    @Override
    public void start() {
        claimPort();
        PostgreSqlBinaries binaries = PostgreSqlBinaries.of(workspace);
        Path cluster = workspace.engineState(NAME).resolve("cluster");
        binaries.create(cluster, USER, password());
        List<String> settings =
                List.of("listen_addresses=127.0.0.1", "unix_socket_directories=", "shared_buffers=64MB");
        run(binaries.server(cluster, port(), settings), DEADLINE, () -> client().answers());
    }

    /** Returns {@code jdbc:postgresql://127.0.0.1:port}, without a database. */
    @Override
    public String address() {
        return "jdbc:postgresql://127.0.0.1:" + port();
    }

    private Password password() {
        return Password.keptIn(workspace.engineState(NAME).resolve("password"));
    }

    @Override
    public DatabaseAccess database(String name) {
        return client().database(name);
    }

    private PostgreSqlClient client() {
        return new PostgreSqlClient(address(), USER, password().value());
    }
}
