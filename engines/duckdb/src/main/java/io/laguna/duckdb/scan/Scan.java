package io.laguna.duckdb.scan;

import java.time.Instant;

/**
 * A query of a reader's that has ended, and what was read for it.
 *
 * @param client the reader's own name of itself, {@code application_name}
 * @param bytes read of files
 * @param rows that the files had for it, before filters
 * @param returned the rows of the result
 */
public record Scan(String client, Instant begin, Instant end, long bytes, long rows, long returned, String sql) {}
