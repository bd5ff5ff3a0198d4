package io.laguna.redshift.wire.order;

import io.laguna.redshift.wire.message.SqlFailure;
import java.io.IOException;
import java.util.List;

/** A statement that Laguna carries out itself, in the session's own transaction: COPY, UNLOAD, SHOW, external DDL. */
public non-sealed interface Answer extends Order {
    /** Returns the columns of its rows, or none for a statement without rows. */
    default List<Column> columns() {
        return List.of();
    }

    /** Returns the types of its parameters {@code $1}, {@code $2}…, as PostgreSQL's object ids. */
    default List<Integer> parameters() {
        return List.of();
    }

    /**
     * Carries the statement out. A failure ends the transaction as a failure of the engine does.
     *
     * @return the command tag: {@code COPY}, {@code UNLOAD}, {@code SHOW}
     */
    String run(Workbench bench) throws SqlFailure, IOException;
}
