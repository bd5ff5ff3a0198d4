package io.laguna.emulator.athena.query;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.ResultConfiguration;
import software.amazon.awssdk.services.athena.model.ResultReuseByAgeConfiguration;
import software.amazon.awssdk.services.athena.model.ResultReuseConfiguration;

/**
 * The rule when an earlier result may stand for a query's own.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/reusing-query-results.html">Reuse query results</a>
 */
final class ResultReuse {
    /** The greatest age of a result where the request names none. */
    private static final int DEFAULT_MINUTES = 60;

    private ResultReuse() {}

    /**
     * Returns how old the result may be; empty when none may be reused.
     *
     * @param output of the query: "Statements other than SELECT and EXECUTE are not supported."
     */
    static Optional<Duration> age(QueryExecution query, QueryOutput output) {
        return Optional.ofNullable(query.resultReuseConfiguration())
                .filter(given -> output.isCsv())
                .map(ResultReuseConfiguration::resultReuseByAgeConfiguration)
                .filter(ResultReuseByAgeConfiguration::enabled)
                .map(byAge -> Optional.ofNullable(byAge.maxAgeInMinutes()).orElse(DEFAULT_MINUTES))
                .map(Duration::ofMinutes);
    }

    /** Tells whether an earlier query has a result of its own that the other query would get too. */
    static boolean isSame(QueryExecution earlier, QueryExecution query) {
        return !isReusing(earlier)
                && isSameResult(earlier.resultConfiguration(), query.resultConfiguration())
                && isSameQuestion(earlier, query);
    }

    /**
     * Tells whether a query took over an earlier result. A result is as old as the query that made it, not as the last
     * query that took it over.
     */
    private static boolean isReusing(QueryExecution query) {
        return query.statistics().resultReuseInformation().reusedPreviousResult();
    }

    private static boolean isSameResult(ResultConfiguration one, ResultConfiguration other) {
        return folder(one).equals(folder(other))
                && Objects.equals(one.encryptionConfiguration(), other.encryptionConfiguration())
                && Objects.equals(one.expectedBucketOwner(), other.expectedBucketOwner())
                && Objects.equals(one.aclConfiguration(), other.aclConfiguration());
    }

    private static String folder(ResultConfiguration result) {
        String location = result.outputLocation();
        return location.substring(0, location.lastIndexOf('/'));
    }

    private static boolean isSameQuestion(QueryExecution one, QueryExecution other) {
        return one.query().equals(other.query())
                && one.queryExecutionContext().equals(other.queryExecutionContext())
                && one.executionParameters().equals(other.executionParameters());
    }
}
