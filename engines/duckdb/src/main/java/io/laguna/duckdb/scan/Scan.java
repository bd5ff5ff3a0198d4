package io.laguna.duckdb.scan;

import java.time.Instant;

/**
 * A query of a reader's that has ended, and what was read for it.
 *
 * @param client the reader's own name of itself, {@code application_name}
 * @param files that were opened
 * @param rows that came of the files
 * @param returned the rows of the result
 */
public record Scan(String client, Instant begin, Instant end, long files, long rows, long returned, String sql) {}
