package io.laguna.emulator.glue.stored;

import java.sql.SQLException;

/** The reading of one row. */
@FunctionalInterface
interface Read<T> {
    T from(Row row) throws SQLException;
}
