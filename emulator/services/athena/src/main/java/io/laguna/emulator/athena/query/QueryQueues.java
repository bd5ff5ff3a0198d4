package io.laguna.emulator.athena.query;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;

/**
 * The queues of queries, one for each workgroup, which run the first submitted first. So many queries of a workgroup
 * run at once, and the others wait.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/service-limits.html">Service quotas</a>
 */
public final class QueryQueues implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueryQueues.class);
    private static final long CLOSING_SECONDS = 10;

    private final State state;
    private final QueryRun run;
    private final int atOnce;
    private final ExecutorService threads = Executors.newCachedThreadPool(QueryQueues::thread);
    private final Map<WorkGroupName, Deque<QueryRecord>> waiting = new HashMap<>();
    private final Map<WorkGroupName, Integer> active = new HashMap<>();
    private final Map<String, RunningQuery> running = new HashMap<>();
    private boolean closed;

    /** A workgroup of one of the callers. */
    private record WorkGroupName(Caller owner, String name) {
        static WorkGroupName of(QueryRecord query) {
            return new WorkGroupName(query.owner(), query.execution().workGroup());
        }
    }

    /**
     * Creates the queues of all workgroups.
     *
     * @param atOnce how many queries of a workgroup run at once
     */
    public QueryQueues(State state, QueryRun run, int atOnce) {
        this.state = state;
        this.run = run;
        this.atOnce = atOnce;
    }

    /** Goes on with the queries that an earlier process left: those that waited wait, those that ran have failed. */
    public void recover() {
        state.read(handle -> new QueryRecords(handle).in(Set.of(QueryExecutionState.RUNNING)))
                .forEach(query -> run.end(query, Ending.interrupted()));
        state.read(handle -> new QueryRecords(handle).in(Set.of(QueryExecutionState.QUEUED)))
                .forEach(this::add);
    }

    /** Lets a query wait for its turn. The query is in the state already. */
    synchronized void add(QueryRecord query) {
        waiting.computeIfAbsent(WorkGroupName.of(query), group -> new ArrayDeque<>())
                .add(query);
        next(WorkGroupName.of(query));
    }

    /** Tells whether no query runs or waits. */
    public synchronized boolean isIdle() {
        return running.isEmpty() && waiting.values().stream().allMatch(Deque::isEmpty);
    }

    /** Returns a query that runs, as it is now; empty when no such query runs. */
    synchronized Optional<QueryRecord> now(Caller caller, String id) {
        return Optional.ofNullable(running.get(id)).map(RunningQuery::now).filter(query -> query.owner()
                .equals(caller));
    }

    /** Ends a query; nothing happens to a query that has ended. */
    void stop(QueryRecord query) {
        Optional<RunningQuery> control = withdraw(query);
        Ending ending = Ending.cancelled("Query cancelled by user");
        control.ifPresent(running -> running.stop(ending));
        if (control.isEmpty()) {
            run.end(query, ending);
        }
    }

    /** Stops the queues: queries that run fail, those that wait go on waiting for the next process. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            running.values().forEach(query -> query.stop(Ending.interrupted()));
        }
        run.close();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Optional<RunningQuery> withdraw(QueryRecord query) {
        Optional.ofNullable(waiting.get(WorkGroupName.of(query)))
                .ifPresent(queue -> queue.removeIf(each -> each.id().equals(query.id())));
        return Optional.ofNullable(running.get(query.id()));
    }

    private synchronized void next(WorkGroupName group) {
        Deque<QueryRecord> queue = waiting.getOrDefault(group, new ArrayDeque<>());
        while (!closed && !queue.isEmpty() && active.getOrDefault(group, 0) < atOnce) {
            QueryRecord query = queue.remove();
            RunningQuery control = new RunningQuery(query);
            active.merge(group, 1, Integer::sum);
            running.put(query.id(), control);
            threads.execute(() -> work(group, query, control));
        }
    }

    private void work(WorkGroupName group, QueryRecord query, RunningQuery control) {
        try {
            run.run(query, control);
        } catch (RuntimeException e) {
            LOG.error("Query {} could not be ended; it is failed at the next start", query.id(), e);
        } finally {
            synchronized (this) {
                running.remove(query.id());
                active.merge(group, -1, Integer::sum);
                next(group);
            }
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "athena");
        thread.setDaemon(true);
        return thread;
    }
}
