/**
 * Glue's jobs: their definitions, runs and bookmarks, and the way of a run from a request to its end.
 *
 * <p>The page docs/decisions/0028-glue-jobs.md tells why it is built so.
 */
package io.laguna.emulator.glue.job;
