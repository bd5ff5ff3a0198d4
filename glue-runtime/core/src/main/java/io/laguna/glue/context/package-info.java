/** The things that a job has one of: its Spark session and what is set for the whole job. Nothing here knows a frame. */
package io.laguna.glue.context;
