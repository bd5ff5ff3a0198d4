/** The readers of whole statements: from SQL text to commands. */
package io.laguna.emulator.athena.ddl.read;
