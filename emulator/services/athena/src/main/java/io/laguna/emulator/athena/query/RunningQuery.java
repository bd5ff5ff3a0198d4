package io.laguna.emulator.athena.query;

import io.laguna.emulator.athena.engine.QueryControl;
import io.laguna.emulator.athena.engine.QueryStatistics;
import java.util.Optional;
import java.util.OptionalLong;

/** The control of a running query, by which its user, or the limit on the bytes that it may read, ends it early. */
final class RunningQuery implements QueryControl {
    /** Athena's message about the limit. */
    private static final String LIMIT = "Query cancelled! : Bytes scanned limit was exceeded";

    private volatile QueryRecord now;
    private volatile OptionalLong mostBytes = OptionalLong.empty();
    private volatile Optional<Ending> end = Optional.empty();
    private volatile QueryStatistics soFar = QueryStatistics.NOTHING;

    /**
     * Creates the control of a query whose turn it is.
     *
     * @param query as the state has it
     */
    RunningQuery(QueryRecord query) {
        this.now = query;
    }

    /** Takes over a change of the query that the state has. */
    void changed(QueryRecord query) {
        now = query;
    }

    /** Returns the query as the state has it. */
    QueryRecord now() {
        return now;
    }

    /** Ends the query once it has read more than this number of bytes from storage. */
    void limit(OptionalLong bytes) {
        mostBytes = bytes;
    }

    /** Ends the query. Of several reasons the first one stays. */
    synchronized void stop(Ending ending) {
        end = end.or(() -> Optional.of(ending));
    }

    @Override
    public boolean goesOn(QueryStatistics statistics) {
        soFar = statistics;
        OptionalLong limit = mostBytes;
        if (limit.isPresent() && statistics.scannedBytes() > limit.getAsLong()) {
            stop(Ending.cancelled(LIMIT));
        }
        return end.isEmpty();
    }

    /** Returns what the query had taken in the engine when it was last looked at. */
    QueryStatistics soFar() {
        return soFar;
    }

    /** Returns why the query was ended. */
    Ending ending() {
        return end.orElseThrow();
    }
}
