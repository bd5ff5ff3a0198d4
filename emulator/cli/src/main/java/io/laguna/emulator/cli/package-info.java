/** The command line: {@code ./laguna}. */
package io.laguna.emulator.cli;
