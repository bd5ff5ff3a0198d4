package io.laguna.engines.server;

import io.laguna.engines.process.EngineFailure;
import java.util.Optional;
import java.util.OptionalLong;

/** An engine that is started when it is first asked for, and again when it has died. */
public final class OnDemand implements AutoCloseable {
    private final Engine engine;
    private boolean closed;
    private volatile Optional<String> failure = Optional.empty();

    public OnDemand(Engine engine) {
        this.engine = engine;
    }

    public String name() {
        return engine.name();
    }

    /** Returns the command that shows the engine's log. */
    public String logCommand() {
        return engine.logCommand();
    }

    /** Tells whether the engine answers now, without starting it. */
    public boolean isRunning() {
        return engine.isRunning();
    }

    /** Returns the address at which the engine answers, if it does, without starting it or waiting for it. */
    public Optional<String> runningAddress() {
        return engine.isRunning() ? Optional.of(engine.address()) : Optional.empty();
    }

    /** Returns the bytes of memory that the engine holds, as {@link Engine#memory} does. */
    public OptionalLong memory() {
        return engine.memory();
    }

    /**
     * Returns the engine's address; starts the engine if it does not run, and waits until it answers.
     *
     * @throws EngineFailure when it does not get ready
     */
    public synchronized String address() {
        if (closed) {
            throw new EngineFailure(engine.name() + " has been stopped.");
        }
        if (!engine.isRunning()) {
            start();
        }
        return engine.address();
    }

    /** Returns why the last start failed, if it did. */
    public Optional<String> failure() {
        return failure;
    }

    private void start() {
        try {
            engine.start();
            failure = Optional.empty();
        } catch (RuntimeException e) {
            failure = Optional.of(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        engine.close();
    }
}
