/** The things that statements are about: tables, columns, types, locations, and the failures that Athena answers. */
package io.laguna.emulator.athena.ddl.model;
