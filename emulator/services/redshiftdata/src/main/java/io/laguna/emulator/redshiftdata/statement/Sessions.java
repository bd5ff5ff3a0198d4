package io.laguna.emulator.redshiftdata.statement;

import io.laguna.emulator.kit.work.Worker;
import io.laguna.emulator.redshiftdata.connect.Connector;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections in which statements run. Most are opened for one statement; those of sessions are kept for further
 * statements, as long as each statement says.
 */
final class Sessions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final Duration SWEEP = Duration.ofSeconds(1);

    private final Connector connector;
    private final Clock clock;
    private final Map<UUID, Session> kept = new HashMap<>();
    private final Worker sweep = new Worker("redshiftdata-sessions", this::sweep);

    /**
     * A kept connection.
     *
     * @param until when it is closed; empty while a statement runs in it
     */
    private record Session(Connection connection, StatementRecord first, int keepAlive, Optional<Instant> until) {
        boolean endsBy(Instant time) {
            return until.filter(end -> !end.isAfter(time)).isPresent();
        }
    }

    /** A connection for the time of one statement. */
    final class Lease implements AutoCloseable {
        private final Connection connection;
        private final StatementRecord statement;

        private Lease(Connection connection, StatementRecord statement) {
            this.connection = connection;
            this.statement = statement;
        }

        Connection connection() {
            return connection;
        }

        @Override
        public void close() throws SQLException {
            if (statement.session().isPresent()) {
                giveBack(statement.session().get(), connection);
            } else {
                connection.close();
            }
        }
    }

    Sessions(Connector connector, Clock clock) {
        this.connector = connector;
        this.clock = clock;
        sweep.start();
    }

    /** Returns the first statement of a session that is kept. */
    synchronized Optional<StatementRecord> first(UUID session) {
        return find(session).map(Session::first);
    }

    private Optional<Session> find(UUID id) {
        return Optional.ofNullable(kept.get(id)).filter(session -> !session.endsBy(clock.instant()));
    }

    synchronized int count() {
        return kept.size();
    }

    /**
     * Returns the connection for a statement.
     *
     * @throws SQLException when the database lets nobody in, or the session is gone
     */
    Lease lease(StatementRecord statement) throws SQLException {
        if (statement.session().isEmpty()) {
            return new Lease(connector.connect(statement.owner(), statement.target()), statement);
        }
        UUID id = statement.session().get();
        Optional<Lease> lease = take(id, statement);
        if (lease.isPresent()) {
            return lease.get();
        }
        if (statement.keepAlive().isEmpty()) {
            throw new SQLException("The session " + id + " is gone.");
        }
        Connection connection = connector.connect(statement.owner(), statement.target());
        begin(id, new Session(connection, statement, statement.keepAlive().get(), Optional.empty()));
        return new Lease(connection, statement);
    }

    private synchronized void begin(UUID id, Session session) {
        kept.put(id, session);
    }

    private synchronized Optional<Lease> take(UUID id, StatementRecord statement) {
        Optional<Session> session = find(id);
        session.ifPresent(found -> kept.put(
                id,
                new Session(
                        found.connection(),
                        found.first(),
                        statement.keepAlive().orElse(found.keepAlive()),
                        Optional.empty())));
        return session.map(found -> new Lease(found.connection(), statement));
    }

    private synchronized void giveBack(UUID id, Connection connection) throws SQLException {
        Session session = kept.get(id);
        if (session == null || connection.isClosed()) {
            kept.remove(id);
            connection.close();
            return;
        }
        Instant until = clock.instant().plusSeconds(session.keepAlive());
        kept.put(id, new Session(connection, session.first(), session.keepAlive(), Optional.of(until)));
    }

    private Optional<Duration> sweep() {
        ended(clock.instant()).forEach(Sessions::end);
        return Optional.of(SWEEP);
    }

    private synchronized List<Session> ended(Instant now) {
        List<Map.Entry<UUID, Session>> ended = kept.entrySet().stream()
                .filter(entry -> entry.getValue().endsBy(now))
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .toList();
        ended.forEach(entry -> kept.remove(entry.getKey()));
        return ended.stream().map(Map.Entry::getValue).toList();
    }

    private static void end(Session session) {
        try {
            session.connection().close();
        } catch (SQLException e) {
            LOG.warn("A session of the Data API does not close: {}", e.getMessage());
        }
    }

    private synchronized List<Session> all() {
        List<Session> all = List.copyOf(kept.values());
        kept.clear();
        return all;
    }

    @Override
    public void close() {
        sweep.close();
        all().forEach(Sessions::end);
    }
}
