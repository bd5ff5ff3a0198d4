package io.laguna.duckdb.wire;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/**
 * Some rows of a cursor.
 *
 * @param count how many, or 0 for all
 */
record Fetched(Result cursor, long count) implements Answer {
    @Override
    public List<Column> columns() {
        return cursor.columns();
    }

    @Override
    public boolean rows(Messages out, long most) throws SQLException, IOException {
        cursor.rows(out, count);
        return false;
    }

    @Override
    public String tag() {
        return "FETCH";
    }
}
