/** The findings that the report shows, and how they are read from the refined tables, the summaries and the results of queries. */
package io.laguna.apps.covid.report.finding;
