package io.laguna.redshift.wire.order;

import io.laguna.redshift.wire.message.SqlFailure;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The engine's catalog as a session sees it: with its own temporary tables, and with what its transaction has made. */
@FunctionalInterface
public interface Catalog {
    /**
     * Returns the rows of a query of Laguna's own, as texts, that runs as the session's role.
     *
     * @throws SqlFailure 25P02 when the session's transaction has failed
     */
    List<List<Optional<String>>> query(String sql) throws SqlFailure, IOException;

    /** Tells whether the engine can be asked now: not while it waits for Laguna, nor in a transaction that has failed. */
    default boolean answers() {
        return true;
    }
}
