package io.laguna.apps.covid.report;

import java.util.List;
import java.util.Optional;

/**
 * The findings of queries, as far as there were any.
 *
 * @param departments in the order of the query
 */
record QueryFindings(List<DepartmentCases> departments, Optional<Impact> impact) {

    static final QueryFindings NONE = new QueryFindings(List.of(), Optional.empty());

    QueryFindings {
        departments = List.copyOf(departments);
    }

    boolean isEmpty() {
        return departments.isEmpty() && impact.isEmpty();
    }
}
