package io.laguna.emulator.athena.engine;

/** Watches a query while it runs, and may end it. Called between two answers of the engine. */
public interface QueryControl {
    /** Tells whether the query is to go on. */
    boolean goesOn(QueryStatistics soFar);
}
