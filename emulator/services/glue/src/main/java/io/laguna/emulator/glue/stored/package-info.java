/**
 * The catalog as the Hive Metastore 3.1.3 stores it in PostgreSQL, to be read.
 *
 * <p>Why it is read there is told in docs/decisions/0022-reading-the-catalog.md. Nothing here writes.
 */
package io.laguna.emulator.glue.stored;
