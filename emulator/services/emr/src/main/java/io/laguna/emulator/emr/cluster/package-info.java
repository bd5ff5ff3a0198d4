/** Clusters and their steps: how they start, run their queue and end. */
package io.laguna.emulator.emr.cluster;
