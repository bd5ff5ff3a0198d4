/**
 * The parts that every job shares: its arguments, its Spark session, the publication of a table and the report of what
 * it did.
 */
package io.laguna.apps.lake;
