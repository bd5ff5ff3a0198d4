/** How one step or bootstrap action of a cluster becomes a process with logs. Knows nothing of clusters' states. */
package io.laguna.emulator.emr.step;
