/** Snapshots of clusters: copies of their folders. */
package io.laguna.emulator.redshift.snapshot;
