package io.laguna.emulator.athena.query;

import io.laguna.emulator.athena.engine.QueryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import software.amazon.awssdk.services.athena.model.ColumnInfo;

/**
 * The result of a statement, whose files are written.
 *
 * @param updateCount the rows it has written, where it writes rows
 * @param outputRows the rows of its result
 * @param outputBytes of its result, or of what it has written
 * @param manifest of the files that it has written, where it writes files
 */
record QueryResult(
        List<ColumnInfo> columns,
        OptionalLong updateCount,
        QueryStatistics statistics,
        long outputRows,
        long outputBytes,
        Optional<String> manifest) {
    static QueryResult nothing(QueryStatistics statistics) {
        return new QueryResult(List.of(), OptionalLong.empty(), statistics, 0, 0, Optional.empty());
    }
}
