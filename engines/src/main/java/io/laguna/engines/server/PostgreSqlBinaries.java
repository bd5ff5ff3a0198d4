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
 * The programs of PostgreSQL, unpacked, and how they are run: without root's rights, on a folder of data.
 *
 * @param folder where {@code bin/} and {@code share/} are
 */
record PostgreSqlBinaries(Path folder) {
    /** Returns the programs of the artefact, which are unpacked once for a workspace. */
    static synchronized PostgreSqlBinaries of(Workspace workspace) {
        return new PostgreSqlBinaries(Unpacked.archive(
                workspace.jars(PostgreSql.NAME).get(0),
                "postgres-linux-x86_64.txz",
                workspace.engineState(PostgreSql.NAME).resolve("binaries")));
    }

    /**
     * Makes a folder of data, whole or not at all, unless it is there.
     *
     * @param superuser its first role
     */
    void create(Path data, String superuser, Password password, String... options) {
        if (Files.exists(data)) {
            return;
        }
        Path partial = data.resolveSibling(data.getFileName() + ".partial");
        try {
            Tree.delete(partial);
            List<String> words = unprivileged();
            words.addAll(List.of(
                    folder.resolve("bin/initdb").toString(),
                    "--pgdata=" + partial,
                    "--username=" + superuser,
                    "--pwfile=" + password.file(),
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C"));
            words.addAll(List.of(options));
            Tool.check("Creating the PostgreSQL cluster", words, Map.of(), Path.of("/dev/null"));
            Files.move(partial, data);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create the PostgreSQL cluster in " + data, e);
        }
    }

    /**
     * Returns the command of a server, which listens on loopback.
     *
     * @param settings further settings, each {@code name=value}
     */
    ChildProcess.Command server(Path data, int port, List<String> settings) {
        dropLockOfOthers(data.resolve("postmaster.pid"));
        List<String> words = unprivileged();
        words.addAll(List.of(
                folder.resolve("bin/postgres").toString(), "-D", data.toString(), "-p", Integer.toString(port)));
        settings.forEach(setting -> words.addAll(List.of("-c", setting)));
        // SIGINT is PostgreSQL's fast shutdown: clients are disconnected, nothing is left to recover.
        return new ChildProcess.Command(words, Map.of(), "INT", Duration.ofSeconds(10));
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
}
