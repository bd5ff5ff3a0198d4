package io.laguna.apps.covid.report.chart;

import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * A linear scale: {@code from} is drawn at {@code start}, {@code to} at {@code end}, both in pixels. A domain of one
 * value is drawn at {@code start}.
 */
public record Scale(double from, double to, double start, double end) {

    public static Scale ofDays(LocalDate first, LocalDate last, double start, double end) {
        return new Scale(first.toEpochDay(), last.toEpochDay(), start, end);
    }

    public double at(double value) {
        return from == to ? start : start + (value - from) / (to - from) * (end - start);
    }

    public double at(LocalDate day) {
        return at((double) day.toEpochDay());
    }

    /** Returns the position of a value; empty for no value. */
    public OptionalDouble at(OptionalDouble value) {
        return value.isPresent() ? OptionalDouble.of(at(value.getAsDouble())) : value;
    }
}
