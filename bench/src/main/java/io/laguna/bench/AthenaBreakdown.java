package io.laguna.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.laguna.bench.AthenaSession.Timed;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import software.amazon.awssdk.services.athena.model.QueryExecutionStatistics;

/**
 * The parts of the time of small queries, each the median of the same queries: as their client saw them, as Athena tells
 * them in GetQueryExecution, and as Trino tells them of its part.
 */
record AthenaBreakdown(List<Timed> queries, List<JsonNode> engine) {
    void print() {
        seen("StartQueryExecution", Timed::submitted);
        told("  queue", QueryExecutionStatistics::queryQueueTimeInMillis);
        told("  before the engine", QueryExecutionStatistics::servicePreProcessingTimeInMillis);
        told("  in the engine", QueryExecutionStatistics::engineExecutionTimeInMillis);
        trino("    dispatch", "queuedTime");
        trino("    wait for resources", "resourceWaitingTime");
        trino("    analysis", "analysisTime");
        trino("    planning", "planningTime");
        trino("    execution", "executionTime");
        trino("    of it the end", "finishingTime");
        told("  answers, files, history", QueryExecutionStatistics::serviceProcessingTimeInMillis);
        seen("until it is seen to have ended", Timed::ended);
        seen("GetQueryResults", Timed::read);
        trino("CPU time of the engine's tasks", "totalCpuTime");
    }

    private void told(String part, ToDoubleFunction<QueryExecutionStatistics> millis) {
        row(part, median(query -> millis.applyAsDouble(query.statistics())));
    }

    private void seen(String part, ToDoubleFunction<Timed> seconds) {
        row(part, median(seconds) * 1_000);
    }

    private void trino(String part, String name) {
        row(part, TrinoQueryStats.millis(engine, name));
    }

    private double median(ToDoubleFunction<Timed> figure) {
        return Figures.median(queries.stream().map(figure::applyAsDouble).toList());
    }

    private static void row(String part, double millis) {
        System.out.printf(Locale.ROOT, "      %-34s %7.1f ms%n", part, millis);
    }
}
