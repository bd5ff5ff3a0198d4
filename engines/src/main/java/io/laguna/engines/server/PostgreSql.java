package io.laguna.engines.server;

import io.laguna.engines.process.ChildProcess;
import io.laguna.engines.process.Password;
import io.laguna.engines.process.Tool;
import io.laguna.engines.process.Tree;
import io.laguna.engines.process.Unpacked;
import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        Path binaries = Unpacked.archive(
                workspace.jars(NAME).get(0),
                "postgres-linux-x86_64.txz",
                workspace.engineState(NAME).resolve("binaries"));
        Path cluster = workspace.engineState(NAME).resolve("cluster");
        createCluster(binaries, cluster);
        dropLockOfOthers(cluster.resolve("postmaster.pid"));
        List<String> words = unprivileged();
        words.addAll(List.of(
                binaries.resolve("bin/postgres").toString(),
                "-D",
                cluster.toString(),
                "-p",
                Integer.toString(port()),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "shared_buffers=64MB"));
        // SIGINT is PostgreSQL's fast shutdown: clients are disconnected, nothing is left to recover.
        run(
                new ChildProcess.Command(words, Map.of(), "INT", Duration.ofSeconds(10)),
                DEADLINE,
                () -> client().answers());
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

    /**
     * Deletes a lock file whose process is not PostgreSQL. PostgreSQL takes a lock for valid as long as any process has
     * its id, and in a container that is started again another process soon has it.
     */
    private static void dropLockOfOthers(Path lock) {
        if (!Files.exists(lock)) {
            return;
        }
        try {
            long owner = Long.parseLong(Files.readAllLines(lock).get(0).strip());
            boolean isServer = ProcessHandle.of(owner)
                    .flatMap(process -> process.info().command())
                    .filter(command -> command.endsWith("/postgres"))
                    .isPresent();
            if (!isServer) {
                Files.delete(lock);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look into " + lock, e);
        }
    }

    /**
     * Returns the words that run PostgreSQL without root's rights. PostgreSQL refuses to run as root: for root it runs
     * in a user namespace in which it is nobody.
     */
    private static List<String> unprivileged() {
        return new ArrayList<>("root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of());
    }

    private void createCluster(Path binaries, Path cluster) {
        if (Files.exists(cluster)) {
            return;
        }
        Path partial = cluster.resolveSibling("cluster.partial");
        try {
            Tree.delete(partial);
            List<String> words = unprivileged();
            words.addAll(List.of(
                    binaries.resolve("bin/initdb").toString(),
                    "--pgdata=" + partial,
                    "--username=" + USER,
                    "--pwfile=" + password().file(),
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C"));
            Tool.check("Creating the PostgreSQL cluster", words, Map.of(), Path.of("/dev/null"));
            Files.move(partial, cluster);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create the PostgreSQL cluster in " + cluster, e);
        }
    }
}
