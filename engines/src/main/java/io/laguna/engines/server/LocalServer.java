package io.laguna.engines.server;

import io.laguna.engines.process.ChildProcess;
import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.process.EngineProcess;
import io.laguna.engines.process.Ports;
import io.laguna.engines.process.Workspace;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/** An engine whose server is a child process on this machine, with a port of its own. */
abstract sealed class LocalServer implements Engine
        permits DuckDb, HiveMetastore, MariaDb, PostgreSql, RedshiftCluster, Trino {
    private final String name;
    private final int wantedPort;
    private final EngineProcess process;
    private int port;

    /**
     * Creates an engine that has yet to be started.
     *
     * @param wantedPort the port to listen on, or 0 for a free one
     */
    LocalServer(Workspace workspace, String name, int wantedPort) {
        this.name = name;
        this.wantedPort = wantedPort;
        this.process = new EngineProcess(workspace, name);
    }

    /**
     * Finds the port on which the next process of the server will listen.
     *
     * @throws EngineFailure when another process has it
     */
    final void claimPort() {
        port = Ports.claim(name, wantedPort);
    }

    /** Returns the port that was claimed last. */
    final int port() {
        return port;
    }

    /**
     * Starts the server's process and returns when the server answers.
     *
     * @throws EngineFailure when it does not get ready within the deadline
     */
    final void run(ChildProcess.Command command, Duration deadline, BooleanSupplier answers) {
        process.start(command, deadline, answers);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final boolean isRunning() {
        return process.isRunning();
    }

    @Override
    public final OptionalLong memory() {
        return process.memory();
    }

    @Override
    public final void hold(boolean still) {
        process.hold(still);
    }

    @Override
    public final boolean isHeld() {
        return process.isHeld();
    }

    @Override
    public final void close() {
        process.stop();
    }
}
