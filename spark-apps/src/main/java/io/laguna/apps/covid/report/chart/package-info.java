/** The charts of the report, drawn as SVG. */
package io.laguna.apps.covid.report.chart;
