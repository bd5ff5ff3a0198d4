package io.laguna.engines.trino.lake.projection;

import io.trino.spi.StandardErrorCode;
import io.trino.spi.TrinoException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The values that the query itself names. */
record InjectedProjection(String column) implements Projection {
    @Override
    public Stream<String> values(Optional<Set<String>> named) {
        return named
                .orElseThrow(() -> new TrinoException(
                        StandardErrorCode.CONSTRAINT_VIOLATION,
                        "For the injected projected partition column " + column + ", the WHERE clause must contain only"
                                + " static equality conditions, and at least one such condition must be present."))
                .stream();
    }
}
