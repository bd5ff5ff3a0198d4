package io.laguna.emulator.kit.state;

import io.laguna.engines.server.DatabaseAccess;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Laguna's state in PostgreSQL: opened once per process, its schema brought up to date at the opening. */
public final class State implements AutoCloseable {
    /** More would wait for the metastore behind them, which has few threads on such a machine. */
    private static final int CONNECTIONS = 16;

    private final StateConnections connections;
    private final Jdbi jdbi;
    private final Announcements announcements;

    private State(StateConnections connections) {
        this.connections = connections;
        this.jdbi = Jdbi.create(connections);
        this.announcements = jdbi.getConfig(Announcements.class);
    }

    /**
     * Opens the state and migrates its schema.
     *
     * @param logCommand the command that shows PostgreSQL's log
     * @throws RuntimeException when PostgreSQL does not answer, or holds a newer schema than this Laguna knows
     */
    public static State open(DatabaseAccess address, String logCommand) {
        StateConnections connections = StateConnections.open("state", address, CONNECTIONS, logCommand, Map.of());
        try {
            Flyway.configure()
                    .dataSource(connections.dataSource())
                    .locations("classpath:io/laguna/emulator/state")
                    .load()
                    .migrate();
            return new State(connections);
        } catch (RuntimeException e) {
            connections.close();
            throw e;
        }
    }

    /**
     * Returns what the work returns; its statements commit one by one.
     *
     * @throws io.laguna.emulator.kit.EngineUnavailableException when PostgreSQL does not answer
     */
    public <T> T read(Function<Handle, T> work) {
        return told(() -> jdbi.withHandle(work::apply));
    }

    /**
     * Returns what the work returns; its statements commit together or not at all.
     *
     * @throws io.laguna.emulator.kit.EngineUnavailableException when PostgreSQL does not answer
     */
    public <T> T write(HandleCallback<T, RuntimeException> work) {
        return told(() -> jdbi.inTransaction(work));
    }

    /** Has a listener run after each transaction that {@linkplain Announcements#announce announces} something. */
    public void listen(Runnable listener) {
        announcements.add(listener);
    }

    /**
     * Does the work while no other thread or process does work under the same name.
     *
     * <p>The lock is an advisory one of PostgreSQL's, held by the connection that the work gets: it is gone with that
     * connection, so a killed process leaves none behind. Statements commit one by one. Work that comes back to the
     * state in the same thread gets the same connection: it never waits for one that others hold who wait for this lock.
     *
     * @throws org.jdbi.v3.core.JdbiException after half a minute of waiting for the others
     */
    public <T> T alone(String name, Function<Handle, T> work) {
        return locked("", name, work);
    }

    /** Does the work while nobody does work {@link #alone} under the same name; others may do it at the same time. */
    public <T> T together(String name, Function<Handle, T> work) {
        return locked("_shared", name, work);
    }

    private <T> T locked(String kind, String name, Function<Handle, T> work) {
        return told(() -> jdbi.withHandle(handle -> {
            handle.execute("set lock_timeout = '30s'");
            handle.execute("select pg_advisory_lock" + kind + "(hashtextextended(?, 0))", name);
            try {
                return work.apply(handle);
            } finally {
                handle.execute("select pg_advisory_unlock" + kind + "(hashtextextended(?, 0))", name);
            }
        }));
    }

    private <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException e) {
            throw connections.told(e);
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
