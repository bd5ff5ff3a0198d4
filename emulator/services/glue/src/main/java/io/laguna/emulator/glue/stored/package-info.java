/**
 * The catalog as the Hive Metastore 3.1.3 stores it in PostgreSQL, to be read.
 *
 * <p>The page docs/decisions/0022-reading-the-catalog.md tells why Glue reads it there. This package writes nothing.
 */
package io.laguna.emulator.glue.stored;
