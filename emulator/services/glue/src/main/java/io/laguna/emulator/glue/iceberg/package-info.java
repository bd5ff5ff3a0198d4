/** Iceberg's tables: their first metadata, changes of it, and their columns in the catalog. */
package io.laguna.emulator.glue.iceberg;
