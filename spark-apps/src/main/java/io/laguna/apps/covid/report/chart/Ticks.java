package io.laguna.apps.covid.report.chart;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The ticks of an axis that starts at zero: steps of 1, 2 or 5 times a power of ten.
 *
 * @param count steps above zero; the last tick is at or above everything drawn
 */
record Ticks(double step, int count) {

    /** Returns at most {@code atMost} steps that cover {@code largest}; an axis of nothing goes to 1. */
    static Ticks covering(double largest, int atMost) {
        double top = largest > 0 ? largest : 1;
        double power = Math.pow(10, Math.floor(Math.log10(top / atMost)));
        double step = power;
        for (double factor : new double[] {1, 2, 5, 10}) {
            step = factor * power;
            if (Math.ceil(top / step) <= atMost) {
                break;
            }
        }
        return new Ticks(step, (int) Math.ceil(top / step));
    }

    /** Returns ticks as {@link #covering} does, for things that are counted: no step is below one. */
    static Ticks counting(double largest, int atMost) {
        Ticks ticks = covering(largest, atMost);
        return ticks.step() >= 1 ? ticks : new Ticks(1, Math.max(1, (int) Math.ceil(largest)));
    }

    double top() {
        return step * count;
    }

    /** Returns the values from zero to {@link #top}. */
    List<Double> values() {
        return IntStream.rangeClosed(0, count).mapToObj(i -> i * step).toList();
    }
}
