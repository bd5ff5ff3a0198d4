package io.laguna.emulator.athena.query;

import io.laguna.emulator.athena.engine.QueryStatistics;
import io.trino.client.StageStats;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.services.athena.model.QueryExecutionStatistics;
import software.amazon.awssdk.services.athena.model.QueryRuntimeStatistics;
import software.amazon.awssdk.services.athena.model.QueryRuntimeStatisticsRows;
import software.amazon.awssdk.services.athena.model.QueryRuntimeStatisticsTimeline;
import software.amazon.awssdk.services.athena.model.QueryStage;
import software.amazon.awssdk.services.athena.model.ResultReuseInformation;

/**
 * The times of a query, which tell how long each part took.
 *
 * @param submitted when it came in
 * @param begun when it was its turn
 * @param sent when it went to the engine
 * @param done when the engine had done its part
 * @param ended when its result was there
 */
record QueryTimes(Instant submitted, Instant begun, Instant sent, Instant done, Instant ended) {
    /** Returns the times as GetQueryExecution tells them, in milliseconds. */
    QueryExecutionStatistics statistics(QueryStatistics engine, boolean reused) {
        return QueryExecutionStatistics.builder()
                .queryQueueTimeInMillis(queued())
                .servicePreProcessingTimeInMillis(between(begun, sent))
                .queryPlanningTimeInMillis(engine.planning().toMillis())
                .engineExecutionTimeInMillis(between(sent, done))
                .serviceProcessingTimeInMillis(between(done, ended))
                .totalExecutionTimeInMillis(between(submitted, ended))
                .dataScannedInBytes(engine.scannedBytes())
                .resultReuseInformation(ResultReuseInformation.builder()
                        .reusedPreviousResult(reused)
                        .build())
                .build();
    }

    /** Returns the times as GetQueryRuntimeStatistics tells them. */
    QueryRuntimeStatistics runtime(QueryStatistics engine, long outputRows, long outputBytes) {
        QueryRuntimeStatistics.Builder statistics = QueryRuntimeStatistics.builder()
                .timeline(QueryRuntimeStatisticsTimeline.builder()
                        .queryQueueTimeInMillis(queued())
                        .servicePreProcessingTimeInMillis(between(begun, sent))
                        .queryPlanningTimeInMillis(engine.planning().toMillis())
                        .engineExecutionTimeInMillis(between(sent, done))
                        .serviceProcessingTimeInMillis(between(done, ended))
                        .totalExecutionTimeInMillis(between(submitted, ended))
                        .build())
                .rows(QueryRuntimeStatisticsRows.builder()
                        .inputRows(engine.rows())
                        .inputBytes(engine.scannedBytes())
                        .outputRows(outputRows)
                        .outputBytes(outputBytes)
                        .build());
        engine.stages().map(QueryTimes::stage).ifPresent(statistics::outputStage);
        return statistics.build();
    }

    private long queued() {
        return between(submitted, begun);
    }

    private static long between(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis());
    }

    private static QueryStage stage(StageStats stage) {
        List<QueryStage> sources =
                stage.getSubStages().stream().map(QueryTimes::stage).toList();
        return QueryStage.builder()
                .stageId(Long.parseLong(stage.getStageId()))
                .state(stage.getState().toUpperCase(Locale.ROOT))
                .inputRows(stage.getProcessedRows())
                .inputBytes(stage.getProcessedBytes())
                .executionTime(stage.getWallTimeMillis())
                .subStages(sources)
                .build();
    }
}
