package io.laguna.emulator.cli.runs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A service that has runs of a kind. */
@FunctionalInterface
public interface RunSource {
    /** Returns the runs, in any order. */
    List<RunLine> read();

    /** Returns the time from a start to an end, or to now; empty for what has not started. */
    static Optional<Duration> took(Instant start, Instant end) {
        return Optional.ofNullable(start)
                .map(from -> Duration.between(from, Optional.ofNullable(end).orElseGet(Instant::now)));
    }

    /** Returns a text that may be missing. */
    static String text(String given) {
        return Optional.ofNullable(given).orElse("");
    }
}
