/** Laguna's own log: the one place that knows which logger stands behind SLF4J. */
package io.laguna.emulator.cli.log;
