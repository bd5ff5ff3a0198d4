/** Trino's Hive connector with Athena's rules for reading tables. */
package io.laguna.engines.trino.lake;
