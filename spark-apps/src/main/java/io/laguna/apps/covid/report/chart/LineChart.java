package io.laguna.apps.covid.report.chart;

import io.laguna.apps.covid.report.markup.Element;
import io.laguna.apps.covid.report.words.Dates;
import io.laguna.apps.covid.report.words.Numbers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A chart of values over time. Every line ends in its last value, and its peak is labelled where it is another one.
 *
 * @param label describes the chart to readers who cannot see it
 * @param days without gaps, ascending, at least one
 * @param height of the plot in pixels, without its axis
 */
public record LineChart(String label, List<LocalDate> days, List<Series> series, double height) implements Chart {

    private static final double TOP = 20;
    private static final double BOTTOM = 26;
    /** The distance that keeps the first and the last stem inside the plot. */
    private static final double INSET = 5;

    private static final double PIXELS_PER_TICK = 45;
    private static final double ROOM_OF_THE_PEAK_LABEL = 85;

    @Override
    public Element draw(Size size) {
        double left = size.isWide() ? 64 : 54;
        double right = size.width() - (size.isWide() ? 76 : 60);
        double base = TOP + height;
        Ticks ticks = Ticks.counting(largest(), (int) (height / PIXELS_PER_TICK));
        Scale y = new Scale(0, ticks.top(), base, TOP);
        LocalDate last = days.get(days.size() - 1);
        TimeAxis axis = TimeAxis.between(days.get(0), last, left + INSET, right - INSET);
        Curve curve = new Curve(days, axis.scale(), y);

        Element svg = Svg.canvas(size.width(), base + BOTTOM, label)
                .with("data-start", left + INSET)
                .with("data-end", right - INSET);
        for (double value : ticks.values()) {
            if (value > 0) {
                svg.add(Svg.line("grid", left, y.at(value), right, y.at(value)));
            }
            svg.add(Svg.text("tick", Anchor.END, left - 8, y.at(value) + 4, Numbers.tick(value)));
        }
        series.forEach(one -> svg.addAll(curve.draw(one)));
        series.stream()
                .filter(one -> one.mark() != Series.Mark.STEMS && one.end() >= 0)
                .forEach(one -> svg.addAll(labels(one, curve)));
        return svg.addAll(axis.draw(base));
    }

    private double largest() {
        return series.stream().mapToDouble(Series::largest).max().orElse(0);
    }

    private List<Element> labels(Series one, Curve curve) {
        List<Element> labels = new ArrayList<>();
        int end = one.end();
        double endX = curve.x().at(days.get(end));
        double endY = curve.height(one, end);
        labels.add(Svg.dot("dot " + one.style(), endX, endY, 3));
        labels.add(Svg.text("value", Anchor.START, endX + 8, endY + 4, valueAt(one, end)));
        double peakX = curve.x().at(days.get(one.peak()));
        double peakY = curve.height(one, one.peak());
        if (endX - peakX > ROOM_OF_THE_PEAK_LABEL) {
            boolean nearTheAxis = peakX - curve.x().start() < ROOM_OF_THE_PEAK_LABEL;
            String peak = valueAt(one, one.peak()) + " on "
                    + Dates.within(days.get(0), days.get(days.size() - 1), days.get(one.peak()));
            labels.add(Svg.dot("dot " + one.style(), peakX, peakY, 3));
            labels.add(Svg.text(
                    "value", nearTheAxis ? Anchor.START : Anchor.MIDDLE, peakX, Math.max(12, peakY - 9), peak));
        }
        return labels;
    }

    private static String valueAt(Series one, int index) {
        double value = one.values().get(index).orElseThrow();
        return value < 10 && value != Math.rint(value) ? Numbers.decimal(value, 1) : Numbers.whole(Math.round(value));
    }
}
