package io.laguna.emulator.redshiftdata.statement;

import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.redshiftdata.result.ResultFiles;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The statements that run or wait for a thread. */
final class Runs implements AutoCloseable {
    /** More statements at once wait for their turn, in the order in which they have come. */
    private static final int AT_ONCE = 32;

    private static final Duration CLOSING = Duration.ofSeconds(20);

    private final State state;
    private final Ledger ledger;
    private final Sessions sessions;
    private final ResultFiles results;
    private final Map<UUID, Run> running = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Runs::thread);

    Runs(State state, Ledger ledger, Sessions sessions, ResultFiles results) {
        this.state = state;
        this.ledger = ledger;
        this.sessions = sessions;
        this.results = results;
        threads.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "redshiftdata-run");
        thread.setDaemon(true);
        return thread;
    }

    /** Goes on with what an earlier process has left. */
    void resume() {
        ledger.endInterrupted();
        state.read(handle -> new StatementRecords(handle).submitted()).forEach(this::start);
    }

    void start(StatementRecord statement) {
        Run run = new Run(statement, ledger, sessions, results);
        running.put(statement.id(), run);
        threads.execute(() -> {
            try {
                run.run();
            } finally {
                running.remove(statement.id());
            }
        });
    }

    /** Cancels a statement; false when it has ended. */
    boolean cancel(StatementRecord statement) {
        if (ledger.abortSubmitted(statement)) {
            return true;
        }
        Optional<Run> run = Optional.ofNullable(running.get(statement.id()));
        run.ifPresent(Run::cancel);
        return run.isPresent();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        running.values().forEach(Run::cancel);
        try {
            if (!threads.awaitTermination(CLOSING.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("A statement of the Data API does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
