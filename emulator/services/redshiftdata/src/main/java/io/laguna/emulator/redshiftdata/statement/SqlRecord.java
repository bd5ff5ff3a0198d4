package io.laguna.emulator.redshiftdata.statement;

import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;

/**
 * One SQL text of a statement in the state.
 *
 * @param number from 1
 * @param duration in nanoseconds, -1 before the end
 * @param query the cluster's number of the query, 0 before the end
 * @param rows the rows of the result or the rows changed, -1 before the end
 * @param size of the result in bytes, -1 before the end
 * @param columns the columns of the result as JSON, where there is one
 */
public record SqlRecord(
        int number,
        String sql,
        StatusString status,
        Optional<String> error,
        Instant updatedAt,
        long duration,
        long query,
        long rows,
        long size,
        Optional<String> columns) {}
