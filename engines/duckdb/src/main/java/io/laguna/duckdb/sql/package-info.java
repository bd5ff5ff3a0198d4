/** SQL as postgres_fdw writes it, read as a tree of words and written as DuckDB means the same. */
package io.laguna.duckdb.sql;
