/** The statements as commands: each makes its calls of the Data Catalog, or gives the SQL that Trino runs for it. */
package io.laguna.emulator.athena.ddl.command;
