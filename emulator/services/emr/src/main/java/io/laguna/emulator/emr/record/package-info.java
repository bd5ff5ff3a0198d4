/** Rows of clusters, instances, steps and policies in Laguna's state. */
package io.laguna.emulator.emr.record;
