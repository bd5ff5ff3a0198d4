package io.laguna.pipelines.dryrun;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.GetQueryExecutionRequest;
import software.amazon.awssdk.services.athena.model.GetQueryExecutionResponse;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionRequest;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionResponse;

/** Athena on paper. Names that AWS would give are in angle brackets. */
final class PaperAthena implements AthenaClient {
    private static final String SERVICE = "athena";

    private final Paper paper;
    private final Map<String, String> results = new HashMap<>();

    PaperAthena(Paper paper) {
        this.paper = paper;
    }

    @Override
    public StartQueryExecutionResponse startQueryExecution(StartQueryExecutionRequest request) {
        paper.write(SERVICE, request);
        String id = "<QueryExecutionId " + (results.size() + 1) + ">";
        results.put(id, request.resultConfiguration().outputLocation() + id + ".csv");
        return StartQueryExecutionResponse.builder().queryExecutionId(id).build();
    }

    @Override
    public GetQueryExecutionResponse getQueryExecution(GetQueryExecutionRequest request) {
        paper.write(SERVICE, request);
        String id = request.queryExecutionId();
        return GetQueryExecutionResponse.builder()
                .queryExecution(execution -> execution
                        .queryExecutionId(id)
                        .resultConfiguration(result -> result.outputLocation(results.get(id)))
                        .status(status -> status.state(QueryExecutionState.SUCCEEDED)))
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE;
    }

    @Override
    public void close() {}
}
