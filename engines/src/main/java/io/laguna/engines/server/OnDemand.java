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

    /** The command that shows its log. */
    public String logCommand() {
        return engine.logCommand();
    }

    /** Whether it answers now, without starting it. */
    public boolean isRunning() {
        return engine.isRunning();
    }

    /** Returns where it answers, if it does, without starting it or waiting for it. */
    public Optional<String> runningAddress() {
        return engine.isRunning() ? Optional.of(engine.address()) : Optional.empty();
    }

    /** Returns the bytes of memory that it holds, as {@link Engine#memory}. */
    public OptionalLong memory() {
        return engine.memory();
    }

    /**
     * Where it answers; waits while it starts.
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

    /** Why the last start failed, if it did. */
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
