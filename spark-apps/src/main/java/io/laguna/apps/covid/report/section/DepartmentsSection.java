package io.laguna.apps.covid.report.section;

import io.laguna.apps.covid.report.finding.DepartmentCurve;
import io.laguna.apps.covid.report.markup.Node;
import io.laguna.apps.covid.report.words.Numbers;
import io.laguna.apps.covid.report.words.SpanishOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The section with the curve of every department. */
public record DepartmentsSection(List<DepartmentCurve> departments) implements Section {

    @Override
    public String id() {
        return "departments";
    }

    @Override
    public String title() {
        return "Every department";
    }

    @Override
    public boolean isEmpty() {
        return departments.stream().noneMatch(DepartmentCurve::hasCases);
    }

    @Override
    public String whenEmpty() {
        return Section.missing("department_daily");
    }

    @Override
    public List<Node> body() {
        List<DepartmentCurve> reached =
                departments.stream().filter(DepartmentCurve::hasCases).toList();
        List<Node> body = new ArrayList<>();
        body.add(Section.paragraph("New cases per day, average of the last 7 days, in "
                + Numbers.count(reached.size(), "department", "departments")
                + ", most cases first. Each panel has a vertical scale of its own, from zero to the labelled peak:"
                + " compare shapes here and sizes in the ranking below."));
        body.add(new SmallMultiples(reached).render());
        if (reached.size() < departments.size()) {
            String without = departments.stream()
                    .filter(department -> !department.hasCases())
                    .map(DepartmentCurve::name)
                    .sorted(SpanishOrder.BY_NAME)
                    .collect(Collectors.joining(", "));
            body.add(Section.paragraph("No case has been reported in " + without + "."));
        }
        return body;
    }
}
