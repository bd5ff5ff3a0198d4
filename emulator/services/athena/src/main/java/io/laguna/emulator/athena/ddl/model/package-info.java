/** What statements speak of: tables, columns, types, locations and the failures that Athena answers. */
package io.laguna.emulator.athena.ddl.model;
