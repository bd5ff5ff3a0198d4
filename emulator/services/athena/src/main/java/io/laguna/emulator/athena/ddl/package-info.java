/** Athena's DDL: Hive's statements, as calls of the Data Catalog. */
package io.laguna.emulator.athena.ddl;
