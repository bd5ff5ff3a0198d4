/** A run of a pipeline: its clients, its buckets, its code, and the place where its jobs run. */
package io.laguna.pipelines.run;
