/** The parts of every pipeline: steps and queries, their runners, and the listeners to their progress. */
package io.laguna.pipelines.step;
