/** The Data Catalog, by Glue's API: tables, their partitions, connections, and what jobs change of them. */
package io.laguna.glue.catalog;
