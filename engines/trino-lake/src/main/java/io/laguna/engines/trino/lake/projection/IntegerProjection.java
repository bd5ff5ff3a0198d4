package io.laguna.engines.trino.lake.projection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The integers of a range.
 *
 * @param digits how many each has at least, with zeros before it
 */
record IntegerProjection(long first, long last, long interval, int digits) implements Projection {
    static IntegerProjection of(ColumnSettings settings) {
        List<String> range = settings.range();
        return new IntegerProjection(
                settings.integer("range", range.get(0)),
                settings.integer("range", range.get(1)),
                settings.positive("interval").orElse(1L),
                Math.toIntExact(settings.positive("digits").orElse(1L)));
    }

    @Override
    public Stream<String> values(Optional<Set<String>> named) {
        if (first > last) {
            return Stream.empty();
        }
        long steps = Math.subtractExact(last, first) / interval;
        return LongStream.rangeClosed(0, steps)
                .mapToObj(step -> String.format("%0" + digits + "d", first + step * interval));
    }
}
