package io.laguna.engines.server;

import io.laguna.engines.process.EngineFailure;
import java.util.OptionalLong;

/** A server of the lake, run as a child process. */
public interface Engine extends AutoCloseable {
    /** Returns the engine's name as in its log's file name: {@code postgresql}, {@code metastore}, {@code mariadb}. */
    String name();

    /**
     * Starts the engine and returns when it answers.
     *
     * @throws EngineFailure when it does not get ready, with its own last words
     */
    void start();

    /** Returns the address at which clients reach the engine, as they write it: {@code thrift://127.0.0.1:9083}. */
    String address();

    /** Tells whether the engine's process runs. */
    boolean isRunning();

    /**
     * Returns the bytes of memory that the engine's processes hold, if they run on this machine and the machine tells.
     */
    default OptionalLong memory() {
        return OptionalLong.empty();
    }

    /** Returns the command that shows the engine's log. */
    default String logCommand() {
        return "./laguna logs " + name();
    }

    /** Holds the engine where it is a process of this machine, or lets it go on. */
    default void hold(boolean still) {}

    /** Tells whether the engine is held. */
    default boolean isHeld() {
        return false;
    }

    /** Stops the engine in its own way, and by force when that takes too long. */
    @Override
    void close();
}
