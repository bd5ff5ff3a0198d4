package io.laguna.duckdb.wire;

import io.laguna.duckdb.scan.Reading;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The rows of a query of DuckDB's. */
final class Result implements Answer {
    private final Reading reading;
    private final List<Column> columns = new ArrayList<>();
    private long rows;
    private boolean done;

    Result(Reading reading) throws SQLException {
        this.reading = reading;
        for (Reading.Column column : reading.columns()) {
            columns.add(new Column(column.name(), Cells.of(column.type())));
        }
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public boolean rows(Messages out, long most) throws SQLException, IOException {
        if (columns.isEmpty()) {
            rows = reading.run();
            return false;
        }
        if (done) {
            return false;
        }
        ResultSet row = reading.rows();
        long written = 0;
        while (most == 0 || written < most) {
            if (!row.next()) {
                done = true;
                reading.ended(rows);
                return false;
            }
            out.begin('D').int16(columns.size());
            for (int i = 0; i < columns.size(); i++) {
                columns.get(i).cells().write(row, i + 1, out);
            }
            out.end();
            written++;
            rows++;
        }
        return true;
    }

    @Override
    public String tag() {
        return (columns.isEmpty() ? "COPY " : "SELECT ") + rows;
    }

    void cancel() throws SQLException {
        reading.cancel();
    }

    @Override
    public void close() throws SQLException {
        if (rows > 0 && !done) {
            reading.ended(rows);
        }
        reading.close();
    }
}
