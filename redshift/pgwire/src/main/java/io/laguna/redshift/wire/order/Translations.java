package io.laguna.redshift.wire.order;

import io.laguna.redshift.wire.message.SqlFailure;
import java.io.IOException;

/** How the statements of sessions are read. */
@FunctionalInterface
public interface Translations {
    /**
     * Returns the translation of a new session.
     *
     * @param role the client's role in the engine
     * @param catalog the engine as the session sees it; it may be asked now, and when an order is read later
     */
    Translation open(String role, String database, Catalog catalog) throws SqlFailure, IOException;
}
