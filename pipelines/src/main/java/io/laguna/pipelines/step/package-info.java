/** What every pipeline is made of: steps and queries, who runs them, and who is told how they get on. */
package io.laguna.pipelines.step;
