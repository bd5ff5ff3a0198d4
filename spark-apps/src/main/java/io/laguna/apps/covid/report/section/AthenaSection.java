package io.laguna.apps.covid.report.section;

import io.laguna.apps.covid.report.finding.DepartmentCases;
import io.laguna.apps.covid.report.finding.Impact;
import io.laguna.apps.covid.report.finding.QueryFindings;
import io.laguna.apps.covid.report.markup.Element;
import io.laguna.apps.covid.report.markup.Node;
import io.laguna.apps.covid.report.markup.Table;
import io.laguna.apps.covid.report.words.Numbers;
import java.util.ArrayList;
import java.util.List;

/**
 * The section with the results of two queries in Athena. The page does not name their executions, because their names
 * differ in every run.
 */
public record AthenaSection(QueryFindings queries) implements Section {

    @Override
    public String id() {
        return "athena";
    }

    @Override
    public String title() {
        return "From Athena";
    }

    @Override
    public boolean isEmpty() {
        return queries.isEmpty();
    }

    @Override
    public String whenEmpty() {
        return "No query has been asked.";
    }

    @Override
    public List<Node> body() {
        List<Node> body = new ArrayList<>();
        body.add(
                Section.paragraph(
                        "Counted case by case in SQL by Athena, over the tables trusted.cases and"
                                + " refined.top_departments, and read from the files of its results. The cases and deaths at the head of this page are among them."));
        queries.impact().ifPresent(figures -> {
            body.add(Element.of("h3", "Impact (query impact-statistics)"));
            body.add(table(figures).render());
        });
        if (!queries.departments().isEmpty()) {
            body.add(Element.of("h3", "Cases by department (query cases-by-department)"));
            body.add(table(queries.departments()).render());
        }
        return body;
    }

    private static Table table(Impact impact) {
        return Table.of("Colombia", "Figure")
                .row("", "Cases", Numbers.whole(impact.cases()))
                .row("", "Departments with cases", Numbers.whole(impact.departments()))
                .row("", "Cases per 100k inhabitants", Numbers.decimal(impact.casesPer100k(), 1))
                .row("", "Deaths", Numbers.whole(impact.deaths()))
                .row("", "Deaths per 100k inhabitants", Numbers.decimal(impact.deathsPer100k(), 1))
                .row("", "Fatality", Numbers.percent(impact.fatality(), 1))
                .row("", "Deaths from other causes", Numbers.whole(impact.deathsOtherCause()))
                .row("", "Recovered", Numbers.whole(impact.recovered()))
                .row("", "Recovered, of the cases", Numbers.percent(impact.recovery(), 1))
                .row("", "Active", Numbers.whole(impact.active()))
                .row("", "At home, as last published", Numbers.percent(impact.atHome(), 1))
                .row("", "In hospital", Numbers.percent(impact.inHospital(), 1))
                .row("", "In intensive care", Numbers.percent(impact.inIcu(), 1))
                .row("", "Severe", Numbers.percent(impact.severe(), 1))
                .row("", "Without symptoms", Numbers.percent(impact.asymptomatic(), 1))
                .row("", "Mean age in years", Numbers.decimal(impact.ageYears(), 1))
                .row("", "Mean days from symptoms to diagnosis", Numbers.decimal(impact.daysToDiagnosis(), 1))
                .row("", "Mean days from symptoms to recovery", Numbers.decimal(impact.daysToRecovery(), 1))
                .row("", "Mean days from symptoms to death", Numbers.decimal(impact.daysToDeath(), 1));
    }

    private static Table table(List<DepartmentCases> departments) {
        Table table = Table.of("Department", "Cases", "Cases per 100k", "Deaths", "Deaths per 100k", "Fatality");
        departments.forEach(one -> table.row(
                one.code(),
                one.name(),
                Numbers.whole(one.cases()),
                Numbers.decimal(one.casesPer100k(), 1),
                Numbers.whole(one.deaths()),
                Numbers.decimal(one.deathsPer100k(), 1),
                Numbers.percent(one.fatality(), 1)));
        return table;
    }
}
