package io.laguna.apps.covid.report.section;

import io.laguna.apps.covid.report.chart.BarChart;
import io.laguna.apps.covid.report.chart.Figure;
import io.laguna.apps.covid.report.finding.Standing;
import io.laguna.apps.covid.report.markup.Node;
import io.laguna.apps.covid.report.markup.Table;
import io.laguna.apps.covid.report.words.Numbers;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The section on departments by cases per 100,000 inhabitants. */
public record RankingSection(List<Standing> ranking) implements Section {

    @Override
    public String id() {
        return "ranking";
    }

    @Override
    public String title() {
        return "Cases per 100" + Numbers.NARROW_SPACE + "000 inhabitants";
    }

    @Override
    public boolean isEmpty() {
        return ranking.isEmpty();
    }

    @Override
    public String whenEmpty() {
        return Section.missing("top_departments");
    }

    @Override
    public List<Node> body() {
        List<Standing> ranked =
                ranking.stream().sorted(Comparator.comparingInt(Standing::rank)).toList();
        BarChart chart = new BarChart(
                "Cases per 100,000 inhabitants by department",
                ranked.stream().map(RankingSection::bar).toList(),
                country());
        Figure figure = new Figure("Departments by rate", "all cases reported so far", List.of(), chart);
        return List.of(figure.render(), table(ranked).folded("The ranking as a table"));
    }

    private Optional<BarChart.Reference> country() {
        long cases = ranking.stream().mapToLong(Standing::cases).sum();
        long population = ranking.stream().mapToLong(Standing::population).sum();
        return population == 0
                ? Optional.empty()
                : Optional.of(new BarChart.Reference(
                        "Colombia " + Numbers.rate(OptionalDouble.of(cases * 1e5 / population)),
                        cases * 1e5 / population));
    }

    private static BarChart.Bar bar(Standing one) {
        return new BarChart.Bar(
                one.code(),
                one.name(),
                one.casesPer100k().orElse(0),
                Numbers.rate(one.casesPer100k()),
                Numbers.count(one.cases(), "case", "cases") + " among " + Numbers.whole(one.population())
                        + " inhabitants");
    }

    private static Table table(List<Standing> ranked) {
        Table table = Table.of(
                "Department", "Rank", "Population", "Cases", "Cases per 100k", "Deaths", "Deaths per 100k", "Fatality");
        ranked.forEach(one -> table.row(
                one.code(),
                one.name(),
                Numbers.whole(one.rank()),
                Numbers.whole(one.population()),
                Numbers.whole(one.cases()),
                Numbers.decimal(one.casesPer100k(), 1),
                Numbers.whole(one.deaths()),
                Numbers.decimal(one.deathsPer100k(), 1),
                Numbers.percent(one.deaths(), one.cases(), 1)));
        return table;
    }
}
