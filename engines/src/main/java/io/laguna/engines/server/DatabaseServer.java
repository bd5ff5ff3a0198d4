package io.laguna.engines.server;

/** The PostgreSQL that holds Laguna's own state. */
public interface DatabaseServer extends Engine {
    /** Returns a database, which is created when it is not there. */
    DatabaseAccess database(String name);
}
