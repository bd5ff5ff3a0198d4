/** The log of Laguna itself: the one package that knows which logger stands behind SLF4J. */
package io.laguna.emulator.cli.log;
