package io.laguna.duckdb.wire;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** A statement that is ready to run, and then its rows as far as they have been taken. */
interface Answer extends AutoCloseable {
    /**
     * A column of the rows.
     *
     * @param cells the kind of its values
     */
    record Column(String name, Cells cells) {}

    /** Returns the columns, or none for a statement without rows. */
    List<Column> columns() throws SQLException;

    /**
     * Runs, or goes on, and writes some rows.
     *
     * @param most the number of rows, or 0 for all
     * @return whether there may be more
     */
    boolean rows(Messages out, long most) throws SQLException, IOException;

    /** Returns the command tag when the rows have ended. */
    String tag();

    @Override
    default void close() throws SQLException {}

    /** Returns the answer of a statement that has nothing to do here. */
    static Answer nothing(String tag) {
        return new Answer() {
            @Override
            public List<Column> columns() {
                return List.of();
            }

            @Override
            public boolean rows(Messages out, long most) {
                return false;
            }

            @Override
            public String tag() {
                return tag;
            }
        };
    }
}
