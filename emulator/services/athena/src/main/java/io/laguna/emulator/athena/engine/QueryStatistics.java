package io.laguna.emulator.athena.engine;

import io.trino.client.StageStats;
import io.trino.client.StatementStats;
import java.time.Duration;
import java.util.Optional;

/**
 * The time and data that a query took in the engine.
 *
 * @param scannedBytes read from storage
 * @param stages the stages of its execution, if it had any
 */
public record QueryStatistics(
        Duration queued,
        Duration planning,
        Duration elapsed,
        long scannedBytes,
        long rows,
        long writtenBytes,
        Optional<StageStats> stages) {
    public static final QueryStatistics NOTHING =
            new QueryStatistics(Duration.ZERO, Duration.ZERO, Duration.ZERO, 0, 0, 0, Optional.empty());

    static QueryStatistics of(StatementStats stats) {
        return new QueryStatistics(
                Duration.ofMillis(stats.getQueuedTimeMillis()),
                Duration.ofMillis(stats.getPlanningTimeMillis()),
                Duration.ofMillis(stats.getElapsedTimeMillis()),
                stats.getPhysicalInputBytes(),
                stats.getProcessedRows(),
                stats.getPhysicalWrittenBytes(),
                Optional.ofNullable(stats.getRootStage()));
    }

    /** Returns the statistics of two queries that were run one after the other. */
    public QueryStatistics plus(QueryStatistics other) {
        return new QueryStatistics(
                queued.plus(other.queued),
                planning.plus(other.planning),
                elapsed.plus(other.elapsed),
                scannedBytes + other.scannedBytes,
                rows + other.rows,
                writtenBytes + other.writtenBytes,
                stages.isPresent() ? stages : other.stages);
    }
}
