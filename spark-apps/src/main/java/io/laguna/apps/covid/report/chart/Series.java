package io.laguna.apps.covid.report.chart;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A row of values along the days of a chart.
 *
 * @param style class of the style sheet that colours it
 * @param values one for each day, empty where there is none: lines break there
 */
public record Series(Mark mark, String style, List<OptionalDouble> values) {

    public enum Mark {
        /** A thin vertical line for each day. */
        STEMS,
        LINE,
        /** A line with the ground below it filled. */
        AREA
    }

    public Series {
        values = List.copyOf(values);
    }

    public double largest() {
        return values.stream().flatMapToDouble(OptionalDouble::stream).max().orElse(0);
    }

    /** Returns the index of the largest value, the first of equals; -1 without any value. */
    public int peak() {
        OptionalDouble largest = OptionalDouble.of(largest());
        return values.indexOf(largest);
    }

    /** Returns the index of the last value there is; -1 without any value. */
    int end() {
        return IntStream.iterate(values.size() - 1, i -> i >= 0, i -> i - 1)
                .filter(i -> values.get(i).isPresent())
                .findFirst()
                .orElse(-1);
    }
}
