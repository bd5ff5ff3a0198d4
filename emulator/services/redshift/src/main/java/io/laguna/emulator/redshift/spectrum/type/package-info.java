/** Types of external tables: Hive's in the Data Catalog, PostgreSQL's in a cluster, DuckDB's of files. */
package io.laguna.emulator.redshift.spectrum.type;
