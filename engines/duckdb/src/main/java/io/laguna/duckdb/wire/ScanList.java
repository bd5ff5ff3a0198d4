package io.laguna.duckdb.wire;

import io.laguna.duckdb.scan.Scan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The answer to SHOW scans: a row for each query that has ended, with its times in microseconds since 1970. */
record ScanList(List<Scan> scans) implements Answer {
    @Override
    public List<Column> columns() {
        return List.of(
                new Column("client", Cells.TEXT),
                new Column("begin", Cells.BIGINT),
                new Column("end", Cells.BIGINT),
                new Column("files", Cells.BIGINT),
                new Column("rows", Cells.BIGINT),
                new Column("returned", Cells.BIGINT),
                new Column("sql", Cells.TEXT));
    }

    @Override
    public boolean rows(Messages out, long most) throws IOException {
        for (Scan scan : scans) {
            List<Object> values = List.of(
                    scan.client(),
                    ChronoUnit.MICROS.between(Instant.EPOCH, scan.begin()),
                    ChronoUnit.MICROS.between(Instant.EPOCH, scan.end()),
                    scan.files(),
                    scan.rows(),
                    scan.returned(),
                    scan.sql());
            out.begin('D').int16(values.size());
            values.forEach(value -> out.value(value.toString().getBytes(StandardCharsets.UTF_8)));
            out.end();
        }
        return false;
    }

    @Override
    public String tag() {
        return "SHOW";
    }
}
