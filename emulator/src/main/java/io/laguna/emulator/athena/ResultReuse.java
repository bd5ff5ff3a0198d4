package io.laguna.emulator.athena;

import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.ResultReuseByAgeConfiguration;
import software.amazon.awssdk.services.athena.model.ResultReuseConfiguration;

/**
 * When an earlier result may stand for a query's own.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/reusing-query-results.html">Reuse query results</a>
 */
final class ResultReuse {
    /** Where the request names none. */
    private static final int DEFAULT_MINUTES = 60;

    private ResultReuse() {}

    /** How old the result may be; empty when none may be reused. */
    static Optional<Duration> age(QueryExecution query) {
        return Optional.ofNullable(query.resultReuseConfiguration())
                .map(ResultReuseConfiguration::resultReuseByAgeConfiguration)
                .filter(ResultReuseByAgeConfiguration::enabled)
                .map(byAge -> Optional.ofNullable(byAge.maxAgeInMinutes()).orElse(DEFAULT_MINUTES))
                .map(Duration::ofMinutes);
    }

    static boolean isSame(QueryExecution one, QueryExecution other) {
        return one.query().equals(other.query())
                && one.queryExecutionContext().equals(other.queryExecutionContext())
                && one.executionParameters().equals(other.executionParameters());
    }
}
