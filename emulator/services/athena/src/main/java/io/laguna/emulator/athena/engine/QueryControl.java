package io.laguna.emulator.athena.engine;

/** The control of a running query, which may end the query. It is called between two answers of the engine. */
public interface QueryControl {
    /** Tells whether the query is to go on. */
    boolean goesOn(QueryStatistics soFar);
}
