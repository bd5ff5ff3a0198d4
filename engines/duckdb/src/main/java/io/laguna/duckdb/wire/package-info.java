/** Protocol 3 of PostgreSQL as far as postgres_fdw and pgjdbc speak it: messages, sessions, portals and cells. */
package io.laguna.duckdb.wire;
