package io.laguna.emulator.athena;

import io.laguna.emulator.athena.engine.QueryControl;
import io.laguna.emulator.athena.engine.QueryStatistics;
import java.util.Optional;
import java.util.OptionalLong;

/** What may end a query before it is done: its user, or the limit on what it may read. */
final class RunningQuery implements QueryControl {
    /** As Athena words it. */
    private static final String LIMIT = "Query cancelled! : Bytes scanned limit was exceeded";

    private final OptionalLong mostBytes;
    private volatile Optional<Ending> end = Optional.empty();
    private volatile QueryStatistics soFar = QueryStatistics.NOTHING;

    /** @param mostBytes that it may read from storage */
    RunningQuery(OptionalLong mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Ends the query; what was first said of why stays. */
    synchronized void stop(Ending ending) {
        end = end.or(() -> Optional.of(ending));
    }

    @Override
    public boolean goesOn(QueryStatistics statistics) {
        soFar = statistics;
        if (mostBytes.isPresent() && statistics.scannedBytes() > mostBytes.getAsLong()) {
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
