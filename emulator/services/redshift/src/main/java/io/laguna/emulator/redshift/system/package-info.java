/** A Redshift cluster's account of itself: its system views, and the history of its statements. */
package io.laguna.emulator.redshift.system;
