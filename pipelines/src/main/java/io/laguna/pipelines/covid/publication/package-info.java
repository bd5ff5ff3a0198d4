/** The publication of a run of the COVID-19 pipeline: the API of its results and the schedule of its ingest, which stay. */
package io.laguna.pipelines.covid.publication;
