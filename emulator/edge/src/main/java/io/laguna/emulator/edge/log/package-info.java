/** The calls in progress, and the log of those that are over. */
package io.laguna.emulator.edge.log;
