package io.laguna.engines;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** S3 over the zones: a bucket is a folder, an object is a file. Takes any credentials, on loopback. */
public final class S3 implements Engine {
    public static final String NAME = "s3";
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final Workspace workspace;
    private final int port;
    private final EngineProcess process;

    /**
     * An engine that has yet to be started.
     *
     * @param port the port to listen on, or 0 for a free one
     */
    public S3(Workspace workspace, int port) {
        this.workspace = workspace;
        this.port = Ports.claim(NAME, port);
        this.process = new EngineProcess(workspace, NAME);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start() {
        List<String> words = JavaCommand.of(
                workspace,
                NAME,
                List.of("-Xmx256m", "-XX:+UseSerialGC"),
                "io.laguna.engines.s3.S3Server",
                List.of(workspace.zones().toString(), Integer.toString(port)));
        process.start(ChildProcess.Command.of(words, Map.of()), DEADLINE, () -> Ports.answers(port));
    }

    /** {@code http://127.0.0.1:port}, to be used with path style. */
    @Override
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public boolean isRunning() {
        return process.isRunning();
    }

    @Override
    public void close() {
        process.stop();
    }
}
