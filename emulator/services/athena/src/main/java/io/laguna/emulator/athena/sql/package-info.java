/** Athena's statements: which kind each one is, and what Trino is to run for it. */
package io.laguna.emulator.athena.sql;
