package io.laguna.apps.covid.report.section;

import io.laguna.apps.covid.report.finding.Day;
import io.laguna.apps.covid.report.finding.DepartmentCurve;
import io.laguna.apps.covid.report.markup.Element;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The small charts of all departments, over the same days, most cases first. */
public record SmallMultiples(List<DepartmentCurve> departments) {

    public Element render() {
        LocalDate first = departments.stream()
                .map(department -> department.days().get(0).date())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate last = departments.stream()
                .map(DepartmentCurve::latest)
                .map(Day::date)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return Element.of("div")
                .style("panels")
                .addAll(departments.stream()
                        .sorted(Comparator.<DepartmentCurve>comparingLong(
                                        department -> department.latest().cumulativeCases())
                                .reversed()
                                .thenComparing(DepartmentCurve::name))
                        .map(department -> new DepartmentPanel(department, first, last).render())
                        .toList());
    }
}
