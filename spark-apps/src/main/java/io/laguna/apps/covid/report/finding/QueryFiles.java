package io.laguna.apps.covid.report.finding;

import java.util.Optional;

/**
 * The results of the queries that ran before the report: {@code s3://…/<query execution>.csv}.
 *
 * @param departments cases by department
 * @param impact the country's totals, rates and delays
 */
public record QueryFiles(Optional<String> departments, Optional<String> impact) {}
