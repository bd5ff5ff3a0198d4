/**
 * The Glue Data Catalog: a view on the Hive Metastore, and what the metastore cannot hold in Laguna's state.
 *
 * <p>How the two are kept together is told in docs/decisions/0011-glue-state.md.
 */
package io.laguna.emulator.glue;
