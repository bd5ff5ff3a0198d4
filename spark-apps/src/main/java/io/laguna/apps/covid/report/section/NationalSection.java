package io.laguna.apps.covid.report.section;

import io.laguna.apps.covid.report.chart.Figure;
import io.laguna.apps.covid.report.chart.LineChart;
import io.laguna.apps.covid.report.chart.Series;
import io.laguna.apps.covid.report.finding.Day;
import io.laguna.apps.covid.report.markup.Coordinates;
import io.laguna.apps.covid.report.markup.Element;
import io.laguna.apps.covid.report.markup.Node;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The section on the country's daily, cumulative and fatal cases over time. */
public record NationalSection(List<Day> nation) implements Section {

    private static final int WEEK = 7;

    @Override
    public String id() {
        return "colombia";
    }

    @Override
    public String title() {
        return "Colombia, day by day";
    }

    @Override
    public boolean isEmpty() {
        return nation.isEmpty();
    }

    @Override
    public String whenEmpty() {
        return Section.missing("national_daily");
    }

    @Override
    public List<Node> body() {
        List<LocalDate> days = nation.stream().map(Day::date).toList();
        Figure cases = new Figure(
                "New cases per day",
                "by date of report",
                List.of(
                        new Figure.Key("stems cases", "reported that day"),
                        new Figure.Key("line cases", "average of the last 7 days")),
                new LineChart(
                        "New cases per day in Colombia with their 7-day average",
                        days,
                        List.of(
                                series(Series.Mark.STEMS, "cases", Day::cases),
                                new Series(Series.Mark.LINE, "cases", averages())),
                        240));
        Figure cumulative = new Figure(
                "Cases so far",
                "cumulative, by date of report",
                List.of(),
                new LineChart(
                        "Cumulative cases in Colombia",
                        days,
                        List.of(series(Series.Mark.AREA, "cases", Day::cumulativeCases)),
                        150));
        Figure deaths = new Figure(
                "Deaths per day",
                "by date of death: the most recent days fill up as reports come in",
                List.of(
                        new Figure.Key("stems deaths", "died that day"),
                        new Figure.Key("line deaths", "average of the last 7 days")),
                new LineChart(
                        "Deaths per day in Colombia with their 7-day average",
                        days,
                        List.of(
                                series(Series.Mark.STEMS, "deaths", Day::deaths),
                                new Series(Series.Mark.LINE, "deaths", deathAverages())),
                        150));
        return List.of(Element.of("div", cases.render(), cumulative.render(), deaths.render(), readout())
                .style("explorable")
                .with("data-first", days.get(0).toString())
                .with("data-values", values()));
    }

    private List<OptionalDouble> averages() {
        return nation.stream().map(Day::casesAverage).toList();
    }

    private Series series(Series.Mark mark, String style, ToLongFunction<Day> value) {
        return new Series(
                mark,
                style,
                nation.stream()
                        .map(day -> OptionalDouble.of((double) value.applyAsLong(day)))
                        .toList());
    }

    /**
     * Returns the averages of deaths. The mart carries none: they are made as those of cases are, over the days there
     * are.
     */
    private List<OptionalDouble> deathAverages() {
        return IntStream.range(0, nation.size())
                .mapToObj(i -> nation.subList(Math.max(0, i + 1 - WEEK), i + 1).stream()
                        .mapToLong(Day::deaths)
                        .average())
                .toList();
    }

    /** Returns the line in which the script tells the figures of the day under the pointer. */
    private static Element readout() {
        return Element.of("p").style("readout").with("aria-live", "polite");
    }

    private String values() {
        return nation.stream()
                .map(day ->
                        day.cases() + "," + Coordinates.write(day.casesAverage().orElse(0)) + ","
                                + day.cumulativeCases() + "," + day.deaths())
                .collect(Collectors.joining(";"));
    }
}
