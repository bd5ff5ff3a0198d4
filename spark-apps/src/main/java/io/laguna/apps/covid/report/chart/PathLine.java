package io.laguna.apps.covid.report.chart;

import io.laguna.apps.covid.report.markup.Coordinates;

/**
 * The {@code d} of an SVG path along points from left to right. Points closer than a screen can show are left out, and
 * {@link #lift} leaves a gap where there is no value.
 */
final class PathLine {

    private static final double FINEST = 0.4;

    private final StringBuilder path = new StringBuilder();
    private double drawnTo = Double.NEGATIVE_INFINITY;
    private boolean down;
    private String pending = "";

    void to(double x, double y) {
        String point = Coordinates.write(x) + " " + Coordinates.write(y);
        if (!down) {
            append("M" + point, x);
            down = true;
        } else if (x - drawnTo >= FINEST) {
            append("L" + point, x);
        } else {
            pending = "L" + point;
        }
    }

    void lift() {
        path.append(pending);
        pending = "";
        down = false;
    }

    String data() {
        return path + pending;
    }

    private void append(String step, double x) {
        path.append(step);
        pending = "";
        drawnTo = x;
    }
}
