/** The texts by which Glue tells why a run failed. */
package io.laguna.emulator.glue.job.error;
