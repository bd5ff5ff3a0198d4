package io.laguna.apps.covid.report.section;

import io.laguna.apps.covid.report.chart.Anchor;
import io.laguna.apps.covid.report.chart.Curve;
import io.laguna.apps.covid.report.chart.Scale;
import io.laguna.apps.covid.report.chart.Series;
import io.laguna.apps.covid.report.chart.Svg;
import io.laguna.apps.covid.report.finding.Day;
import io.laguna.apps.covid.report.finding.DepartmentCurve;
import io.laguna.apps.covid.report.markup.Element;
import io.laguna.apps.covid.report.words.Dates;
import io.laguna.apps.covid.report.words.Numbers;
import io.laguna.apps.covid.report.words.ShortName;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/** A small chart of a department's 7-day average, on a vertical scale of its own whose top is the labelled peak. */
record DepartmentPanel(DepartmentCurve department, LocalDate first, LocalDate last) {

    private static final double WIDTH = 220;
    private static final double HEIGHT = 104;
    private static final double TOP = 20;
    private static final double BASE = 84;
    private static final double ROOM_OF_THE_PEAK_LABEL = 60;

    Element render() {
        Day latest = department.days().get(department.days().size() - 1);
        return Element.of("div")
                .style("panel")
                .with("data-key", department.code())
                .add(Element.of("h3", ShortName.of(department.name())).with("title", department.name()))
                .add(Element.of(
                        "p",
                        Numbers.count(latest.cumulativeCases(), "case", "cases") + ", "
                                + Numbers.count(latest.cumulativeDeaths(), "death", "deaths")))
                .add(draw());
    }

    private Element draw() {
        List<LocalDate> days = department.days().stream().map(Day::date).toList();
        List<OptionalDouble> averages =
                department.days().stream().map(Day::casesAverage).toList();
        Series average = new Series(Series.Mark.AREA, "cases", averages);
        Scale x = Scale.ofDays(first, last, 1, WIDTH - 1);
        Scale y = new Scale(0, Math.max(average.largest(), Double.MIN_NORMAL), BASE, TOP);
        Curve curve = new Curve(days, x, y);
        Element svg = Svg.canvas(WIDTH, HEIGHT, "New cases per day in " + department.name() + ", 7-day average");
        svg.addAll(curve.draw(average));
        svg.add(Svg.line("axis", x.start(), BASE, x.end(), BASE));
        svg.add(Svg.text("tick", Anchor.START, x.start(), HEIGHT - 5, Dates.brief(first)));
        svg.add(Svg.text("tick", Anchor.END, x.end(), HEIGHT - 5, Dates.brief(last)));
        if (average.largest() > 0) {
            svg.addAll(peakOf(average, curve));
        }
        return svg;
    }

    private List<Element> peakOf(Series average, Curve curve) {
        LocalDate day = curve.days().get(average.peak());
        double x = curve.x().at(day);
        double y = curve.height(average, average.peak());
        Anchor anchor = Anchor.MIDDLE;
        if (x < ROOM_OF_THE_PEAK_LABEL) {
            anchor = Anchor.START;
        } else if (WIDTH - x < ROOM_OF_THE_PEAK_LABEL) {
            anchor = Anchor.END;
        }
        String peak = Numbers.decimal(average.largest(), average.largest() < 100 ? 1 : 0) + " on "
                + Dates.within(first, last, day);
        return List.of(
                Svg.dot("dot cases", x, y, 2.5),
                Svg.text("value", anchor, anchor == Anchor.END ? WIDTH : x, y - 7, peak));
    }
}
