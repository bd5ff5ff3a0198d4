/** The database itself, and what its queries have read. */
package io.laguna.duckdb.scan;
