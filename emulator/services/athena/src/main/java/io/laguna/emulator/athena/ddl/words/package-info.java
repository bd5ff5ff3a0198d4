/** The words of a statement: tokens, and names and texts in quotes. */
package io.laguna.emulator.athena.ddl.words;
