package io.laguna.apps.covid.report.finding;

import java.util.List;

/**
 * A department's days.
 *
 * @param code two digits, by DIVIPOLA
 * @param days ascending, at least one
 */
public record DepartmentCurve(String code, String name, List<Day> days) {

    public DepartmentCurve {
        days = List.copyOf(days);
    }

    public boolean hasCases() {
        return latest().cumulativeCases() > 0;
    }

    public Day latest() {
        return days.get(days.size() - 1);
    }
}
