package io.laguna.engines.trino.lake.projection;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The values of a partition column, by the type of its projection.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/partition-projection-supported-types.html">Supported types for
 *     partition projection</a>
 */
sealed interface Projection permits DateProjection, EnumProjection, InjectedProjection, IntegerProjection {
    /**
     * Returns the values that a query may be after, each once.
     *
     * @param named the only values that the query names, where it names single ones
     */
    Stream<String> values(Optional<Set<String>> named);

    /** Returns how a value is written in a location. */
    default String written(String value) {
        return value;
    }
}
