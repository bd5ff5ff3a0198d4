package io.laguna.emulator.redshiftdata.statement;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.work.Worker;
import io.laguna.emulator.redshiftdata.connect.Connector;
import io.laguna.emulator.redshiftdata.request.Room;
import io.laguna.emulator.redshiftdata.result.ResultFiles;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The running of all statements, and the forgetting of those that have ended a day ago. */
public final class StatementWork implements AutoCloseable {
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(10);

    private final State state;
    private final ResultFiles results;
    private final Clock clock;
    private final Sessions sessions;
    private final Runs runs;
    private final Submissions submissions;
    private final Worker sweep = new Worker("redshiftdata-results", this::sweep);

    private StatementWork(State state, Connector connector, ResultFiles results, Clock clock) {
        this.state = state;
        this.results = results;
        this.clock = clock;
        Ledger ledger = new Ledger(state, clock);
        this.sessions = new Sessions(connector, clock);
        this.runs = new Runs(state, ledger, sessions, results);
        this.submissions = new Submissions(state, ledger, connector, sessions, runs);
    }

    /** Goes on with the statements in the state. */
    public static StatementWork open(State state, Connector connector, ResultFiles results, Clock clock) {
        StatementWork opened = new StatementWork(state, connector, results, clock);
        opened.runs.resume();
        opened.sweep.start();
        return opened;
    }

    /** Returns the operations on statements, for a caller. */
    public Room room(Caller caller) {
        return new Statements(caller, state, submissions, runs);
    }

    /** Forgets what is old enough, now. */
    public void wake() {
        sweep.wake();
    }

    private Optional<Duration> sweep() {
        Instant before = clock.instant().minus(Ledger.KEPT);
        List<UUID> expired = state.write(transaction -> new StatementRecords(transaction).expire(before));
        expired.forEach(results::delete);
        return Optional.of(BETWEEN_SWEEPS);
    }

    @Override
    public void close() {
        sweep.close();
        runs.close();
        sessions.close();
    }
}
