package io.laguna.engines.driver;

import io.laguna.engines.process.ChildProcess;
import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.process.EngineProcess;
import io.laguna.engines.process.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The history server of Spark on the event logs of all drivers of a workspace, started when somebody asks for it. */
final class HistoryServer implements AutoCloseable {
    private static final String NAME = "spark-history";
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final DriverJvm jvm;
    private final EngineProcess process;
    private Optional<URI> address = Optional.empty();
    private Optional<Scratch> scratch = Optional.empty();

    HistoryServer(DriverJvm jvm) {
        this.jvm = jvm;
        this.process = new EngineProcess(jvm.workspace(), NAME);
    }

    /**
     * Starts the server if it does not run, and returns its address.
     *
     * @throws EngineFailure when it does not get ready
     */
    synchronized URI start() {
        if (address.isEmpty() || !process.isRunning()) {
            int port = Ports.claim(NAME, 0);
            close();
            Scratch files = Scratch.make(jvm.workspace());
            scratch = Optional.of(files);
            Path events = Scratch.history(jvm.workspace());
            process.start(
                    ChildProcess.Command.of(
                            jvm.historyServer(events, port), jvm.environment(JobEnvironment.LAKE, files)),
                    DEADLINE,
                    () -> Ports.answers(port));
            address = Optional.of(URI.create("http://127.0.0.1:" + port + "/"));
        }
        return address.orElseThrow();
    }

    @Override
    public synchronized void close() {
        process.stop();
        scratch.ifPresent(Scratch::clear);
        scratch = Optional.empty();
        address = Optional.empty();
    }
}
