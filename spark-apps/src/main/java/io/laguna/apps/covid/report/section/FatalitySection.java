package io.laguna.apps.covid.report.section;

import io.laguna.apps.covid.report.chart.Figure;
import io.laguna.apps.covid.report.chart.PairedBars;
import io.laguna.apps.covid.report.finding.FatalityGroup;
import io.laguna.apps.covid.report.markup.Node;
import io.laguna.apps.covid.report.markup.Table;
import io.laguna.apps.covid.report.words.Numbers;
import java.util.List;
import java.util.OptionalDouble;

/** The section on the share of the cases that died, by age band and sex. */
public record FatalitySection(List<FatalityGroup> groups) implements Section {

    private static final String WOMEN = "F";
    private static final String MEN = "M";
    /** The number of cases below which a share says how few they are: one death among three is 33%. */
    private static final long FEW_CASES = 100;

    @Override
    public String id() {
        return "fatality";
    }

    @Override
    public String title() {
        return "Fatality by age and sex";
    }

    @Override
    public boolean isEmpty() {
        return groups.isEmpty();
    }

    @Override
    public String whenEmpty() {
        return Section.missing("fatality_by_sex_age");
    }

    @Override
    public List<Node> body() {
        List<String> bands = groups.stream()
                .map(FatalityGroup::ageBand)
                .distinct()
                .sorted(AgeBand.BY_AGE)
                .toList();
        PairedBars chart = new PairedBars(
                "Share of cases that died, by age band, women and men",
                bands.stream()
                        .map(band -> new PairedBars.Pair(AgeBand.print(band), side(WOMEN, band), side(MEN, band)))
                        .toList(),
                "women",
                "men");
        Figure figure = new Figure(
                "Deaths as a share of cases",
                "by age in years; cases that are still open count as survived so far",
                List.of(new Figure.Key("women", "women"), new Figure.Key("men", "men")),
                chart);
        return List.of(figure.render(), table(bands).folded("Cases and deaths behind these shares"));
    }

    private PairedBars.Side side(String sex, String band) {
        long cases = cases(sex, band);
        long deaths = deaths(sex, band);
        OptionalDouble share = cases == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) deaths / cases);
        String who = sex.equals(WOMEN) ? "women" : "men";
        return new PairedBars.Side(
                share,
                Numbers.percent(share, 1) + (cases > 0 && cases < FEW_CASES ? " of " + cases : ""),
                AgeBand.print(band) + ", " + who + ": " + Numbers.count(deaths, "death", "deaths") + " of "
                        + Numbers.count(cases, "case", "cases"));
    }

    private Table table(List<String> bands) {
        Table table = Table.of("Age", "Cases, women", "Deaths, women", "Cases, men", "Deaths, men", "Sex not stated");
        bands.forEach(band -> table.row(
                "",
                AgeBand.print(band),
                Numbers.whole(cases(WOMEN, band)),
                Numbers.whole(deaths(WOMEN, band)),
                Numbers.whole(cases(MEN, band)),
                Numbers.whole(deaths(MEN, band)),
                Numbers.whole(cases("", band))));
        return table;
    }

    private long cases(String sex, String band) {
        return groups.stream()
                .filter(group -> group.sex().equals(sex) && group.ageBand().equals(band))
                .mapToLong(FatalityGroup::cases)
                .sum();
    }

    private long deaths(String sex, String band) {
        return groups.stream()
                .filter(group -> group.sex().equals(sex) && group.ageBand().equals(band))
                .mapToLong(FatalityGroup::deaths)
                .sum();
    }
}
