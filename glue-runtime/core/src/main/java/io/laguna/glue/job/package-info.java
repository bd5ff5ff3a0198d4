/** A script's side of a job: sources and sinks by one hand, the bookmark's beginning and end, and chores of the catalog. */
package io.laguna.glue.job;
