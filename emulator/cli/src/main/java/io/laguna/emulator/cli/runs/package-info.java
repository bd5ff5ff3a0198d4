/** The runs of every kind, as {@code ./laguna runs} lists them. */
package io.laguna.emulator.cli.runs;
