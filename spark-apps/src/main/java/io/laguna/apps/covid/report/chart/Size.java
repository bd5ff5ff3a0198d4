package io.laguna.apps.covid.report.chart;

/**
 * The two widths a chart is drawn in, so that its text keeps its size: scaling one drawing down to a phone would leave
 * labels of six pixels. The style sheet shows one of them.
 */
enum Size {
    WIDE(1040),
    NARROW(368);

    private final double width;

    Size(double width) {
        this.width = width;
    }

    /** Returns the width in pixels. */
    double width() {
        return width;
    }

    boolean isWide() {
        return this == WIDE;
    }
}
