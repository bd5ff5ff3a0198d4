/** What stays of the COVID-19 pipeline when a run is over: the API of its results, and the schedule of its ingest. */
package io.laguna.pipelines.covid.publication;
