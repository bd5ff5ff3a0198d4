package io.laguna.apps.covid.report.finding;

import java.util.List;
import java.util.Optional;

/**
 * The findings of queries, as far as there were any.
 *
 * @param departments in the order of the query
 */
public record QueryFindings(List<DepartmentCases> departments, Optional<Impact> impact) {

    public static final QueryFindings NONE = new QueryFindings(List.of(), Optional.empty());

    public QueryFindings {
        departments = List.copyOf(departments);
    }

    public boolean isEmpty() {
        return departments.isEmpty() && impact.isEmpty();
    }
}
