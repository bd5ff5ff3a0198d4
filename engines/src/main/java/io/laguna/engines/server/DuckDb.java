package io.laguna.engines.server;

import io.laguna.engines.process.ChildProcess;
import io.laguna.engines.process.JavaCommand;
import io.laguna.engines.process.Password;
import io.laguna.engines.process.Ports;
import io.laguna.engines.process.Workspace;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The process that reads and writes files of the lake for Redshift, by DuckDB. It speaks PostgreSQL's protocol on
 * loopback, and reaches the zones and a folder of its own, nothing else. Its data are views: they are gone when it ends.
 */
public final class DuckDb extends LocalServer {
    public static final String NAME = "duckdb";

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final String MEMORY = "1GB";
    private static final List<String> OPTIONS = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Duser.timezone=UTC",
            // DuckDB's own library, which the JVM loads from a copy in a temporary folder.
            "-Djava.io.tmpdir=%s");

    private final Workspace workspace;
    private final AtomicLong starts = new AtomicLong();

    /** Creates an engine that has yet to be started. */
    public DuckDb(Workspace workspace) {
        super(workspace, NAME, 0);
        this.workspace = workspace;
    }

    @Override
    public void start() {
        claimPort();
        Path files = made("files");
        Path scratch = made("scratch");
        List<String> words = JavaCommand.of(
                workspace,
                NAME,
                OPTIONS.stream().map(option -> option.formatted(scratch)).toList(),
                "io.laguna.duckdb.Main",
                List.of());
        Map<String, String> environment = Map.of(
                "DUCKDB_PORT", Integer.toString(port()),
                "DUCKDB_OWNER_PASSWORD", password("owner").value(),
                "DUCKDB_READER_PASSWORD", password("reader").value(),
                "DUCKDB_FOLDERS", workspace.zones() + File.pathSeparator + files,
                "DUCKDB_SCRATCH", scratch.toString(),
                "DUCKDB_MEMORY", MEMORY);
        starts.incrementAndGet();
        run(new ChildProcess.Command(words, environment, "TERM", GRACE), DEADLINE, () -> Ports.answers(port()));
    }

    /** Returns {@code jdbc:postgresql://127.0.0.1:port/lake}. */
    @Override
    public String address() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/lake";
    }

    /** Returns the way in for Laguna, who may run every statement. */
    public DatabaseAccess owner() {
        // A statement needs no plan of its own for its parameters: it has none.
        return new DatabaseAccess(
                address() + "?preferQueryMode=simple&sslmode=disable",
                "owner",
                password("owner").value());
    }

    /** Returns the way in for a cluster's engine, which may ask for rows alone. */
    public DatabaseAccess reader() {
        return new DatabaseAccess(address(), "reader", password("reader").value());
    }

    /** Returns the folder beside the zones that the process reaches too. */
    public Path files() {
        return made("files");
    }

    /** Returns how often the process has been started: what an earlier one knew, a later one does not. */
    public long starts() {
        return starts.get();
    }

    private Password password(String user) {
        return Password.keptIn(made("").resolve(user + ".password"));
    }

    private Path made(String folder) {
        try {
            return Files.createDirectories(workspace.engineState(NAME).resolve(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a folder for DuckDB: " + e.getMessage(), e);
        }
    }
}
