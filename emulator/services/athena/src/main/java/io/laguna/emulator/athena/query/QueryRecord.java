package io.laguna.emulator.athena.query;

import io.laguna.emulator.kit.Caller;
import java.util.Optional;
import java.util.OptionalLong;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryRuntimeStatistics;
import software.amazon.awssdk.services.athena.model.ResultSetMetadata;

/**
 * A query in the state.
 *
 * @param owner who submitted it
 * @param execution the answer of GetQueryExecution
 * @param metadata of its result, once it has succeeded
 * @param updateCount the rows it has written, where it is of a kind that writes rows
 * @param statistics once it has ended
 */
record QueryRecord(
        Caller owner,
        QueryExecution execution,
        Optional<ResultSetMetadata> metadata,
        OptionalLong updateCount,
        Optional<QueryRuntimeStatistics> statistics) {
    static QueryRecord submitted(Caller owner, QueryExecution execution) {
        return new QueryRecord(owner, execution, Optional.empty(), OptionalLong.empty(), Optional.empty());
    }

    String id() {
        return execution.queryExecutionId();
    }

    QueryRecord with(QueryExecution changed) {
        return new QueryRecord(owner, changed, metadata, updateCount, statistics);
    }
}
