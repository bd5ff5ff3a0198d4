package io.laguna.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A server in a process of its own, whose start is timed. */
final class Server implements AutoCloseable {
    private static final long DEADLINE_SECONDS = 120;
    private static final long STOP_SECONDS = 30;
    private static final long POLL_MILLIS = 2;

    private final Process process;
    private final Path log;
    private final long begun;

    private Server(Process process, Path log, long begun) {
        this.process = process;
        this.log = log;
        this.begun = begun;
    }

    static Server start(List<String> command, Map<String, String> environment, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        long begun = System.nanoTime();
        return new Server(builder.start(), log, begun);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Asks until there is an answer; returns the seconds since the process was started. */
    double firstAnswer(BooleanSupplier answers) throws InterruptedException {
        while (!answers.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS)) {
                throw new IllegalStateException("The server does not answer. Its log: " + log);
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Returns the number of its process, which is the server's own and no script's. */
    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
