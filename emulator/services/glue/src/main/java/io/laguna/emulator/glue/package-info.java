/**
 * The Glue Data Catalog: a view on the Hive Metastore, with Laguna's own state for what the metastore cannot hold.
 *
 * <p>The page docs/decisions/0011-glue-state.md tells how the two are kept together.
 */
package io.laguna.emulator.glue;
