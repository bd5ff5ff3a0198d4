/**
 * The report: one self-contained page about the refined zone. {@link io.laguna.apps.covid.report.CovidReport} reads the
 * tables, the summaries and the results of queries into {@link io.laguna.apps.covid.report.finding.Findings}, and
 * {@link io.laguna.apps.covid.report.Page} draws them; drawing knows nothing of Spark.
 */
package io.laguna.apps.covid.report;
