package io.laguna.pipelines.athena;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.GetQueryExecutionRequest;
import software.amazon.awssdk.services.athena.model.GetQueryExecutionResponse;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.QueryExecutionStatus;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionRequest;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionResponse;
import software.amazon.awssdk.services.athena.model.StopQueryExecutionRequest;
import software.amazon.awssdk.services.athena.model.StopQueryExecutionResponse;

/** A workgroup whose queries go on with each look at them, and end as {@link #end} says. */
final class SmallAthena implements AthenaClient {
    /** The calls in order, without the looks at queries. */
    final List<String> calls = new ArrayList<>();

    UnaryOperator<QueryExecutionStatus.Builder> end = status -> status.state(QueryExecutionState.SUCCEEDED);

    /** Run before each look at a query. */
    Runnable beforeLook = () -> {};

    /** The folder that the workgroup enforces. */
    Optional<String> enforced = Optional.empty();

    private final Map<String, QueryExecution> queries = new LinkedHashMap<>();

    @Override
    public synchronized StartQueryExecutionResponse startQueryExecution(StartQueryExecutionRequest request) {
        calls.add("StartQueryExecution " + request.workGroup() + " "
                + request.queryExecutionContext().catalog() + "."
                + request.queryExecutionContext().database() + " " + request.queryString());
        String id = "query-" + queries.size();
        String folder = enforced.orElse(request.resultConfiguration().outputLocation());
        queries.put(
                id,
                QueryExecution.builder()
                        .queryExecutionId(id)
                        .resultConfiguration(result -> result.outputLocation(folder + id + ".csv"))
                        .status(status -> status.state(QueryExecutionState.QUEUED))
                        .build());
        return StartQueryExecutionResponse.builder().queryExecutionId(id).build();
    }

    @Override
    public GetQueryExecutionResponse getQueryExecution(GetQueryExecutionRequest request) {
        beforeLook.run();
        return look(request.queryExecutionId());
    }

    private synchronized GetQueryExecutionResponse look(String asked) {
        QueryExecution query = queries.computeIfPresent(asked, (id, before) -> next(before));
        return GetQueryExecutionResponse.builder().queryExecution(query).build();
    }

    @Override
    public synchronized StopQueryExecutionResponse stopQueryExecution(StopQueryExecutionRequest request) {
        if (!queries.containsKey(request.queryExecutionId())) {
            throw InvalidRequestException.builder().message("No such query").build();
        }
        calls.add("StopQueryExecution " + request.queryExecutionId());
        queries.computeIfPresent(request.queryExecutionId(), (id, query) -> query.toBuilder()
                .status(status -> status.state(QueryExecutionState.CANCELLED))
                .build());
        return StopQueryExecutionResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return "athena";
    }

    @Override
    public void close() {}

    private QueryExecution next(QueryExecution query) {
        return switch (query.status().state()) {
            case QUEUED -> query.toBuilder()
                    .status(status -> status.state(QueryExecutionState.RUNNING))
                    .build();
            case RUNNING -> query.toBuilder()
                    .status(end.apply(QueryExecutionStatus.builder()).build())
                    .statistics(
                            statistics -> statistics.dataScannedInBytes(4096L).totalExecutionTimeInMillis(1500L))
                    .build();
            default -> query;
        };
    }
}
