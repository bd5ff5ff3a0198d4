package io.laguna.pipelines.covid;

/**
 * Where the results are that the report shows: {@code s3://} URIs of CSV files.
 *
 * @param departments of {@link CovidQueries#CASES_BY_DEPARTMENT}
 * @param impact of {@link CovidQueries#IMPACT_STATISTICS}
 */
public record ReportQueries(String departments, String impact) {}
