package io.laguna.apps.covid.report.finding;

import java.util.List;
import java.util.Optional;

/**
 * The findings that the page shows. Any list may be empty, any summary absent: the page then says so.
 *
 * @param nation the country's days, ascending and without gaps
 * @param origins of the deliveries that the cases came from, oldest first
 */
public record Findings(
        List<Day> nation,
        List<DepartmentCurve> departments,
        List<Standing> ranking,
        List<FatalityGroup> fatality,
        List<MonthCount> months,
        List<SeverityGroup> severity,
        List<Delay> delays,
        List<BedPressure> beds,
        List<ThousandthCase> thousandthCases,
        Optional<ModelQuality> model,
        List<Importance> importances,
        Optional<RowAccount> clean,
        Optional<MartAccount> marts,
        List<Origin> origins,
        QueryFindings queries) {

    public Findings {
        nation = List.copyOf(nation);
        departments = List.copyOf(departments);
        ranking = List.copyOf(ranking);
        fatality = List.copyOf(fatality);
        months = List.copyOf(months);
        severity = List.copyOf(severity);
        delays = List.copyOf(delays);
        beds = List.copyOf(beds);
        thousandthCases = List.copyOf(thousandthCases);
        importances = List.copyOf(importances);
        origins = List.copyOf(origins);
    }
}
