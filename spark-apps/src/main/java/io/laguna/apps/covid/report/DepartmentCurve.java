package io.laguna.apps.covid.report;

import java.util.List;

/**
 * A department's days.
 *
 * @param code two digits, by DIVIPOLA
 * @param days ascending, at least one
 */
record DepartmentCurve(String code, String name, List<Day> days) {

    DepartmentCurve {
        days = List.copyOf(days);
    }

    boolean hasCases() {
        return latest().cumulativeCases() > 0;
    }

    Day latest() {
        return days.get(days.size() - 1);
    }
}
