/**
 * A crawl as a decision: which files of a store are one table, which columns and partitions it has, and what has to change
 * in the catalog. Nothing here writes to a catalog, knows a service or keeps state.
 *
 * <p>This package has the values that a crawl takes and gives. {@code run} makes a plan, {@code change} compares it with
 * the catalog.
 */
package io.laguna.emulator.crawl;
