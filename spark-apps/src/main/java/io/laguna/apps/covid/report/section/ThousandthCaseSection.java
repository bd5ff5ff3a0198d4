package io.laguna.apps.covid.report.section;

import io.laguna.apps.covid.report.chart.Figure;
import io.laguna.apps.covid.report.chart.MilestoneChart;
import io.laguna.apps.covid.report.finding.ThousandthCase;
import io.laguna.apps.covid.report.markup.Node;
import io.laguna.apps.covid.report.words.Numbers;
import io.laguna.apps.covid.report.words.SpanishOrder;
import java.util.Comparator;
import java.util.List;

/** The section on the day on which each department reached its 1,000th case. */
public record ThousandthCaseSection(List<ThousandthCase> reached, int departments) implements Section {

    @Override
    public String id() {
        return "thousandth";
    }

    @Override
    public String title() {
        return "Day of the 1" + Numbers.NARROW_SPACE + "000th case";
    }

    @Override
    public boolean isEmpty() {
        return reached.isEmpty();
    }

    @Override
    public String whenEmpty() {
        return "No department has reached 1" + Numbers.NARROW_SPACE
                + "000 cases: the table refined.thousandth_case has no rows.";
    }

    @Override
    public List<Node> body() {
        List<MilestoneChart.Milestone> milestones = reached.stream()
                .sorted(Comparator.comparing(ThousandthCase::date)
                        .thenComparing(ThousandthCase::name, SpanishOrder.BY_NAME))
                .map(one -> new MilestoneChart.Milestone(
                        one.code(),
                        one.name(),
                        one.date().minusDays(one.daysSinceFirstCase()),
                        one.date(),
                        one.daysSinceFirstCase()))
                .toList();
        String others = departments > reached.size()
                ? " " + Numbers.count(departments - reached.size(), "department has", "departments have")
                        + " not reached it."
                : "";
        Figure figure = new Figure(
                "From the first to the 1" + Numbers.NARROW_SPACE + "000th case",
                "by date of report." + others,
                List.of(),
                new MilestoneChart("Day on which each department reached 1,000 cases", milestones));
        return List.of(figure.render());
    }
}
