/**
 * A program that reads and writes files by DuckDB. It runs in a process of its own, because DuckDB is native code, and
 * speaks PostgreSQL's protocol, so that postgres_fdw and any client of PostgreSQL can ask it. It knows nothing of Laguna.
 */
package io.laguna.duckdb;
