package io.laguna.engines.jdbc;

import io.laguna.engines.process.ChildProcess;
import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.process.JavaCommand;
import io.laguna.engines.process.Tree;
import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The process that logs in to users' databases: a JVM for each login, with the drivers of {@code engines/jdbc} and the
 * user's own. Drivers and their addresses may run any code; the process has no secret but the login's.
 */
public final class JdbcProcess {
    private static final String ENGINE = "jdbc";
    private static final String MAIN = "io.laguna.jdbc.Main";
    private static final List<String> OPTIONS =
            List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto");
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Workspace workspace;

    /** Creates the process's maker, and deletes what a killed Laguna has left of others. */
    public JdbcProcess(Workspace workspace) {
        this.workspace = workspace;
        try {
            Tree.delete(workspace.engineState(ENGINE));
        } catch (IOException e) {
            throw new EngineFailure("Cannot delete what is left of looks at databases: " + e.getMessage(), e);
        }
    }

    /**
     * Logs in, and out again.
     *
     * @throws JdbcFailure with the driver's reason
     */
    public void test(JdbcLogin login, Duration limit) throws InterruptedException {
        var unused = ask(login, Optional.empty(), limit);
    }

    /**
     * Returns the tables and views that a path includes.
     *
     * @param path {@code database/schema/%}
     * @throws JdbcFailure with the driver's reason
     * @throws InterruptedException when the thread was interrupted: the process is stopped then
     */
    public JdbcTables tables(JdbcLogin login, String path, Duration limit) throws InterruptedException {
        return ask(login, Optional.of(path), limit);
    }

    private JdbcTables ask(JdbcLogin login, Optional<String> path, Duration limit) throws InterruptedException {
        Path folder = folder();
        try {
            return ask(login, path, limit, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder, e);
        } finally {
            delete(folder);
        }
    }

    private JdbcTables ask(JdbcLogin login, Optional<String> path, Duration limit, Path folder)
            throws InterruptedException, IOException {
        Path answer = folder.resolve("answer");
        Path log = folder.resolve("log");
        List<String> arguments = new ArrayList<>(List.of(answer.toString()));
        path.ifPresent(arguments::add);
        Map<String, String> environment = new HashMap<>(login.environment());
        environment.put("JDBC_SECONDS", Long.toString(limit.toSeconds()));
        ChildProcess process = ChildProcess.start(
                new ChildProcess.Command(
                        JavaCommand.of(workspace, ENGINE, OPTIONS, MAIN, arguments),
                        environment,
                        "KILL",
                        GRACE,
                        Optional.of(folder)),
                Redirect.to(log.toFile()),
                Redirect.appendTo(log.toFile()));
        CountDownLatch ended = new CountDownLatch(1);
        process.whenEnded(code -> ended.countDown());
        try {
            if (!ended.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new JdbcFailure("The database did not answer within " + limit.toSeconds() + " seconds.");
            }
        } finally {
            process.stop();
        }
        if (!Files.exists(answer)) {
            throw new JdbcFailure("The process that reads the database ended: " + words(log));
        }
        return JdbcAnswer.of(Files.readAllLines(answer));
    }

    private static String words(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join(" ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    }

    private Path folder() {
        try {
            Path all = Files.createDirectories(workspace.engineState(ENGINE));
            return Files.createTempDirectory(all, "look");
        } catch (IOException e) {
            throw new EngineFailure("Cannot make a folder for a look at a database: " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) {
        try {
            Tree.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + folder, e);
        }
    }
}
