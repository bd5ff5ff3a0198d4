package io.laguna.redshift.wire.order;

/** How the statements of sessions are read. */
@FunctionalInterface
public interface Translations {
    /**
     * Returns the translation of a new session.
     *
     * @param role the client's role in the engine
     */
    Translation open(String role, String database);
}
