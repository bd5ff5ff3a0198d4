/** Databases, schemas, tables and columns, asked of the cluster while the caller waits. */
package io.laguna.emulator.redshiftdata.metadata;
