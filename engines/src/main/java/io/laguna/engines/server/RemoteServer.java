package io.laguna.engines.server;

import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.process.EngineProcess;
import io.laguna.engines.process.Reachable;
import io.laguna.engines.yarn.ResourceManager;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A server that somebody else starts and stops: a container of the cluster. */
public final class RemoteServer implements Engine {
    /** The time to wait for the server. Docker starts it before Laguna, so only a restart of it is waited for. */
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    private final String name;
    private final String address;
    private final BooleanSupplier answers;
    private final Duration deadline;

    /**
     * Creates a server that takes connections at its address when it is ready.
     *
     * @param name as {@link Engine#name}
     * @param address as {@link Engine#address}
     */
    public RemoteServer(String name, String address) {
        this(name, address, () -> Reachable.at(address));
    }

    RemoteServer(String name, String address, BooleanSupplier answers) {
        this(name, address, answers, DEADLINE);
    }

    private RemoteServer(String name, String address, BooleanSupplier answers, Duration deadline) {
        this.name = name;
        this.address = address;
        this.answers = answers;
        this.deadline = deadline;
    }

    /** Returns the ResourceManager of YARN. */
    public static RemoteServer of(ResourceManager yarn, String address) {
        return new RemoteServer("resourcemanager", address, yarn::isStarted);
    }

    /** Returns a Trino, which takes connections before it takes queries. */
    public static RemoteServer ofTrino(String address) {
        TrinoInfo info = new TrinoInfo();
        return new RemoteServer(Trino.NAME, address, () -> info.isStarted(address), Trino.DEADLINE);
    }

    @Override
    public String name() {
        return name;
    }

    /** Waits until the server answers. */
    @Override
    public void start() {
        long end = System.nanoTime() + deadline.toNanos();
        while (!answers.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new EngineFailure(name + " does not answer at " + address + " after " + deadline.toSeconds()
                        + " s. Its log: " + logCommand());
            }
            EngineProcess.pause();
        }
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public boolean isRunning() {
        return answers.getAsBoolean();
    }

    @Override
    public String logCommand() {
        return logCommand(name);
    }

    /**
     * Returns the command that shows a container's log. Docker starts a container again that has died, but none that
     * somebody has killed or stopped.
     *
     * @see <a href="https://docs.docker.com/engine/containers/start-containers-automatically/">Restart policies</a>
     */
    static String logCommand(String service) {
        return "docker compose logs " + service + " (and docker compose up -d starts it again, if it was killed)";
    }

    /** Does nothing: Laguna does not stop a server that somebody else started. */
    @Override
    public void close() {}
}
