package io.laguna.emulator.athena.query;

import io.laguna.emulator.athena.engine.QueryControl;
import io.laguna.emulator.athena.engine.QueryStatistics;
import java.util.Optional;
import java.util.OptionalLong;

/** What may end a query before it is done: its user, or the limit on what it may read. */
final class RunningQuery implements QueryControl {
    /** As Athena words it. */
    private static final String LIMIT = "Query cancelled! : Bytes scanned limit was exceeded";

    private volatile OptionalLong mostBytes = OptionalLong.empty();
    private volatile Optional<Ending> end = Optional.empty();
    private volatile QueryStatistics soFar = QueryStatistics.NOTHING;

    /** Ends the query once it has read more bytes than that from storage. */
    void limit(OptionalLong bytes) {
        mostBytes = bytes;
    }

    /** Ends the query; what was first said of why stays. */
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

    /** What it had taken of the engine when it was last looked at. */
    QueryStatistics soFar() {
        return soFar;
    }

    /** Why it was ended. */
    Ending ending() {
        return end.orElseThrow();
    }
}
