package io.laguna.engines.server;

import io.laguna.engines.process.EngineFailure;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An engine that is started when it is first asked for, and again when it has died. It may be started ahead, and be held
 * meanwhile, as long as nobody waits for it.
 */
public final class OnDemand implements AutoCloseable {
    private final Engine engine;
    /** Guards what follows it; a start takes longer than anybody may hold this. */
    private final Object lock = new Object();

    private int waiting;
    private volatile boolean closed;
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
    public String address() {
        synchronized (lock) {
            waiting++;
            hold(false);
        }
        try {
            return started();
        } finally {
            synchronized (lock) {
                waiting--;
            }
        }
    }

    /**
     * Starts the engine if it does not run, while nobody waits for it.
     *
     * @throws EngineFailure when it does not get ready
     */
    public void startAhead() {
        started();
    }

    /** Holds the engine's process, unless somebody waits for the engine; or lets it go on. */
    public void rest(boolean still) {
        synchronized (lock) {
            hold(still && waiting == 0);
        }
    }

    /** Tells whether the engine is held. */
    public boolean rests() {
        return engine.isHeld();
    }

    private void hold(boolean still) {
        if (engine.isHeld() != still) {
            engine.hold(still);
        }
    }

    private synchronized String started() {
        checkOpen();
        if (!engine.isRunning()) {
            start();
        }
        return engine.address();
    }

    private void checkOpen() {
        if (closed) {
            throw new EngineFailure(engine.name() + " has been stopped.");
        }
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

    /** Stops the engine, also while it starts: that start fails. */
    @Override
    public void close() {
        closed = true;
        engine.close();
        synchronized (this) {
            // The process of a start that had only begun.
            engine.close();
        }
    }
}
