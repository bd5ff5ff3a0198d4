/** The operations on clusters, and the work that they begin. */
package io.laguna.emulator.redshift.cluster;
