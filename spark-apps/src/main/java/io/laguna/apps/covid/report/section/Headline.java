package io.laguna.apps.covid.report.section;

import io.laguna.apps.covid.report.finding.Day;
import io.laguna.apps.covid.report.finding.Impact;
import io.laguna.apps.covid.report.finding.MartAccount;
import io.laguna.apps.covid.report.finding.Standing;
import io.laguna.apps.covid.report.markup.Element;
import io.laguna.apps.covid.report.words.Dates;
import io.laguna.apps.covid.report.words.Numbers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The main figures, in large type: the query's where there was one. */
public record Headline(List<Day> nation, List<Standing> ranking, Optional<MartAccount> marts, Optional<Impact> impact) {

    private static final int WEEK = 7;

    /** Draws the figures; empty without any day. */
    public List<Element> render() {
        if (nation.isEmpty()) {
            return List.of();
        }
        Day latest = nation.get(nation.size() - 1);
        long cases = impact.map(Impact::cases).orElse(latest.cumulativeCases());
        long deaths = impact.map(Impact::deaths).orElse(latest.cumulativeDeaths());
        List<Element> tiles = new ArrayList<>();
        tiles.add(tile(
                "Confirmed cases",
                Numbers.whole(cases),
                Dates.span(nation.get(0).date(), latest.date())));
        tiles.add(tile("Deaths", Numbers.whole(deaths), Numbers.percent(deaths, cases, 1) + " of the cases"));
        long population = ranking.stream().mapToLong(Standing::population).sum();
        if (population > 0) {
            String year =
                    marts.map(summary -> " in " + summary.populationYear()).orElse("");
            tiles.add(tile(
                    "Cases per 100" + Numbers.NARROW_SPACE + "000",
                    Numbers.decimal(cases * 1e5 / population, 1),
                    "of " + Numbers.whole(population) + " inhabitants" + year));
        }
        latest.casesAverage()
                .ifPresent(average -> tiles.add(tile(
                        "New cases per day", Numbers.whole(Math.round(average)), "7-day average" + change(average))));
        nation.stream()
                .filter(day -> day.casesAverage().isPresent())
                .max(Comparator.comparingDouble((Day day) -> day.casesAverage().getAsDouble())
                        .thenComparing(Day::date, Comparator.reverseOrder()))
                .ifPresent(peak -> tiles.add(tile(
                        "Highest 7-day average",
                        Numbers.whole(Math.round(peak.casesAverage().getAsDouble())),
                        Dates.full(peak.date()))));
        return List.of(Element.of("div").style("tiles").addAll(tiles));
    }

    /** Returns the change against the seven days before, or nothing where that says nothing. */
    private String change(double average) {
        LocalDate weekAgo = nation.get(nation.size() - 1).date().minusDays(WEEK);
        OptionalDouble before = nation.stream()
                .filter(day -> day.date().equals(weekAgo))
                .flatMapToDouble(day -> day.casesAverage().stream())
                .findFirst();
        if (before.isEmpty() || before.getAsDouble() == 0) {
            return "";
        }
        double change = average / before.getAsDouble() - 1;
        return ", " + (change >= 0 ? "+" : "") + Numbers.percent(change, 0) + " in a week";
    }

    private static Element tile(String name, String value, String note) {
        return Element.of(
                        "div",
                        Element.of("h3", name),
                        Element.of("p", value).style("figure"),
                        Element.of("p", note).style("note"))
                .style("tile");
    }
}
