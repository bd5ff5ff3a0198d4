package io.laguna.engines.server;

import io.laguna.engines.process.EngineFailure;
import java.util.OptionalLong;

/** A server of the lake, run as a child process. */
public interface Engine extends AutoCloseable {
    /** The engine's name as in its log's file name: {@code postgresql}, {@code metastore}, {@code mariadb}. */
    String name();

    /**
     * Starts the engine and returns when it answers.
     *
     * @throws EngineFailure when it does not get ready, with its own last words
     */
    void start();

    /** Where clients reach it, as they write it: {@code thrift://127.0.0.1:9083}. */
    String address();

    /** Whether its process runs. */
    boolean isRunning();

    /** Returns the bytes of memory that its processes hold, where they are this machine's and it tells. */
    default OptionalLong memory() {
        return OptionalLong.empty();
    }

    /** The command that shows its log. */
    default String logCommand() {
        return "./laguna logs " + name();
    }

    /** Stops it in its own way, and by force when that takes too long. */
    @Override
    void close();
}
