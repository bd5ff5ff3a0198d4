package io.laguna.pipelines.covid;

/**
 * The results that the report shows, as {@code s3://} URIs of CSV files.
 *
 * @param departments of {@link CovidQueries#CASES_BY_DEPARTMENT}
 * @param impact of {@link CovidQueries#IMPACT_STATISTICS}
 */
public record ReportQueries(String departments, String impact) {}
