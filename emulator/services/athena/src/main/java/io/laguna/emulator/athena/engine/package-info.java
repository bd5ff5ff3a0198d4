/** Queries on Trino. */
package io.laguna.emulator.athena.engine;
