package io.laguna.apps.covid.report.chart;

import io.laguna.apps.covid.report.markup.Element;
import io.laguna.apps.covid.report.words.Dates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The horizontal axis of a chart over time. */
record TimeAxis(LocalDate first, LocalDate last, Scale scale) {

    private static final double LABEL_DROP = 17;
    /** The pixels that the longest label, "26 Mar 2020", needs. */
    private static final double ROOM_OF_A_LABEL = 78;

    /** The distance from an end of the axis, in pixels, within which a label does not reach beyond it. */
    private static final double NEAR_AN_END = 14;

    static TimeAxis between(LocalDate first, LocalDate last, double start, double end) {
        return new TimeAxis(first, last, Scale.ofDays(first, last, start, end));
    }

    /** Draws the line, ticks and labels, with the line at height {@code y}. */
    List<Element> draw(double y) {
        List<Element> axis = new ArrayList<>();
        axis.add(Svg.line("axis", scale.start(), y, scale.end(), y));
        for (DateTick tick : ticks()) {
            double x = scale.at(tick.date());
            axis.add(Svg.line("axis", x, y, x, y + 4));
            axis.add(Svg.text("tick", anchor(x), x, y + LABEL_DROP, tick.label()));
        }
        return axis;
    }

    /** Returns the lines that carry the ticks through the plot, for charts that are read downwards. */
    List<Element> grid(double top, double bottom) {
        return ticks().stream()
                .map(tick -> Svg.line("grid", scale.at(tick.date()), top, scale.at(tick.date()), bottom))
                .toList();
    }

    /** Returns the ticks. The day with which the axis starts gets a label where no other label is near. */
    private List<DateTick> ticks() {
        List<DateTick> ticks = DateTick.between(first, last, scale.end() - scale.start());
        boolean startIsTold = !ticks.isEmpty() && scale.at(ticks.get(0).date()) - scale.start() < 1.5 * ROOM_OF_A_LABEL;
        return startIsTold
                ? ticks
                : Stream.concat(Stream.of(new DateTick(first, Dates.brief(first))), ticks.stream())
                        .toList();
    }

    private Anchor anchor(double x) {
        if (x - scale.start() < NEAR_AN_END) {
            return Anchor.START;
        }
        return scale.end() - x < NEAR_AN_END ? Anchor.END : Anchor.MIDDLE;
    }
}
