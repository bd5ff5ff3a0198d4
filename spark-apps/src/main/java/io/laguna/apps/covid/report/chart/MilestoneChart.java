package io.laguna.apps.covid.report.chart;

import io.laguna.apps.covid.report.markup.Element;
import io.laguna.apps.covid.report.words.Dates;
import io.laguna.apps.covid.report.words.Numbers;
import io.laguna.apps.covid.report.words.ShortName;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * A chart with one row each: a line from the day something began to the day it reached a mark, with the days between.
 */
public record MilestoneChart(String label, List<Milestone> milestones) implements Chart {

    public record Milestone(String key, String name, LocalDate began, LocalDate reached, long days) {}

    private static final double ROW = 22;
    private static final double TOP = 6;

    @Override
    public Element draw(Size size) {
        double left = size.isWide() ? 210 : 154;
        double right = size.width() - (size.isWide() ? 170 : 78);
        double base = TOP + ROW * milestones.size() + 4;
        LocalDate first = milestones.stream()
                .map(Milestone::began)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate last = milestones.stream()
                .map(Milestone::reached)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        TimeAxis axis = TimeAxis.between(first, last, left, right);
        Element svg = Svg.canvas(size.width(), base + 26, label);
        svg.addAll(axis.grid(TOP, base));
        for (int i = 0; i < milestones.size(); i++) {
            svg.add(row(
                    milestones.get(i), axis.scale(), TOP + ROW * i + ROW / 2, label(milestones.get(i), axis, size)));
        }
        return svg.addAll(axis.draw(base));
    }

    private static Element row(Milestone one, Scale x, double middle, String reached) {
        double end = x.at(one.reached());
        return Element.of("g")
                .style("row")
                .with("data-key", one.key())
                .add(Svg.tooltip(one.name() + ": " + Dates.full(one.reached()) + ", "
                        + Numbers.count(one.days(), "day", "days") + " after its first case"))
                .add(Svg.text("name", Anchor.END, x.start() - 8, middle + 4, ShortName.of(one.name())))
                .add(Svg.line("span", x.at(one.began()), middle, end, middle))
                .add(Svg.dot("dot cases", end, middle, 4))
                .add(Svg.text("value", Anchor.START, end + 9, middle + 4, reached));
    }

    private static String label(Milestone one, TimeAxis axis, Size size) {
        String date = Dates.within(axis.first(), axis.last(), one.reached());
        return size.isWide() ? date + ", " + Numbers.count(one.days(), "day", "days") : date;
    }
}
