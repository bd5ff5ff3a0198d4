package io.laguna.duckdb.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The answer to EXPLAIN, as postgres_fdw reads one: the rows that DuckDB expects, and a cost that grows with them.
 *
 * @param plan DuckDB's plan as JSON, whose first operator is the last to run
 */
record Estimate(String plan) implements Answer {
    private static final Pattern ROWS = Pattern.compile("\"Estimated Cardinality\":\\s*\"(\\d+)\"");
    private static final double PER_ROW = 0.01;
    private static final int WIDTH = 32;
    private static final int OF_BEGIN = 10;

    @Override
    public List<Column> columns() {
        return List.of(new Column("QUERY PLAN", Cells.TEXT));
    }

    @Override
    public boolean rows(Messages out, long most) throws IOException {
        // Children are written before the figures of their parent: the last figure is the plan's own.
        long rows = 1;
        Matcher matcher = ROWS.matcher(plan);
        while (matcher.find()) {
            rows = Long.parseLong(matcher.group(1));
        }
        String line = "DuckDB  (cost=%d.00..%.2f rows=%d width=%d)"
                .formatted(OF_BEGIN, OF_BEGIN + rows * PER_ROW, Math.max(rows, 1), WIDTH);
        out.begin('D').int16(1).value(line.getBytes(StandardCharsets.UTF_8)).end();
        return false;
    }

    @Override
    public String tag() {
        return "EXPLAIN";
    }
}
