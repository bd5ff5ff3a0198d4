/** A run of the pipeline from the first bucket to the last step. */
package io.laguna.pipelines.run;
