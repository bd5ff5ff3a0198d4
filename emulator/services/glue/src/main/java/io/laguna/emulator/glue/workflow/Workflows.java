package io.laguna.emulator.glue.workflow;

import io.laguna.emulator.glue.job.TriggeredRuns;
import io.laguna.emulator.glue.workflow.chain.Crawls;
import io.laguna.emulator.glue.workflow.chain.Progress;
import io.laguna.emulator.glue.workflow.trigger.TriggerRecords;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.work.Worker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.glue.GlueClient;

/** The part of Glue that has triggers and workflows. One per process; every account has its own in every region. */
public final class Workflows implements AutoCloseable {
    private static final Duration WITH_CHAINS = Duration.ofMillis(200);

    /** A machine that slept, or whose clock was set, finds what is due within a minute. */
    private static final Duration PRECISION = Duration.ofMinutes(1);

    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

    private final State state;
    private final TriggeredRuns runs;
    private final Clock clock;
    private final Progress progress;
    private final Timing timing;
    private final Worker worker = new Worker("glue-workflows", this::turn);
    private final Worker sweep = new Worker("glue-workflow-runs", this::sweep);

    private Workflows(State state, TriggeredRuns runs, Crawls crawls, Clock clock) {
        this.state = state;
        this.runs = runs;
        this.clock = clock;
        this.progress = new Progress(state, runs, crawls, clock);
        this.timing = new Timing(state, runs);
    }

    /**
     * Opens triggers and workflows, and goes on with what an earlier process has left.
     *
     * @param state closed by whoever opened it
     * @param glue starts the crawlers
     */
    public static Workflows open(State state, TriggeredRuns runs, Function<Caller, GlueClient> glue) {
        return open(state, runs, new GlueCrawls(glue), Clock.systemUTC());
    }

    static Workflows open(State state, TriggeredRuns runs, Crawls crawls, Clock clock) {
        Workflows workflows = new Workflows(state, runs, crawls, clock);
        workflows.worker.start();
        workflows.sweep.start();
        return workflows;
    }

    /** Returns the rooms of triggers and workflows, as a caller sees them. */
    public List<GlueClient> rooms(Caller caller) {
        return List.of(
                new TriggerDefinitions(caller, state, this::now, worker::wake),
                new TriggerReads(caller, state),
                new TriggerStarts(caller, state, runs, this::now, this::wake),
                new WorkflowDefinitions(caller, state, this::now),
                new WorkflowRuns(caller, state, runs, this::now, this::wake),
                new WorkflowRunReads(caller, state, runs));
    }

    /**
     * Checks that there is a trigger.
     *
     * @throws software.amazon.awssdk.services.glue.model.EntityNotFoundException when there is none of the name
     */
    public void requireTrigger(Caller owner, String name) {
        if (state.read(handle -> new TriggerRecords(handle).find(owner, name)).isEmpty()) {
            throw WorkflowFailures.noTrigger(name);
        }
    }

    /**
     * Checks that there is a workflow.
     *
     * @throws software.amazon.awssdk.services.glue.model.EntityNotFoundException when there is none of the name
     */
    public void requireWorkflow(Caller owner, String name) {
        if (state.read(handle -> new WorkflowRecords(handle).find(owner, name)).isEmpty()) {
            throw WorkflowFailures.notFound();
        }
    }

    /**
     * Takes an event for a workflow, as a rule of EventBridge does whose target is the workflow.
     *
     * @param event the event's id
     * @throws software.amazon.awssdk.services.glue.model.EntityNotFoundException when no workflow of the name begins with
     *     events
     */
    public void notifyEvent(Caller owner, String workflow, String event) {
        boolean taken =
                state.write(transaction -> new EventBatches(transaction, runs, now()).take(owner, workflow, event));
        if (!taken) {
            throw WorkflowFailures.notFound();
        }
        worker.wake();
    }

    /** Looks at the clock and at the chains now. */
    void wake() {
        runs.wake();
        worker.wake();
    }

    private Optional<Duration> turn() {
        Optional<Instant> next = timing.run(now());
        if (progress.run()) {
            return Optional.of(WITH_CHAINS);
        }
        return Optional.of(next.map(time -> Duration.between(now(), time))
                .map(wait -> wait.compareTo(PRECISION) < 0 ? wait : PRECISION)
                .orElse(Worker.UNTIL_WOKEN));
    }

    private Optional<Duration> sweep() {
        progress.prune();
        return Optional.of(BETWEEN_SWEEPS);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public void close() {
        sweep.close();
        worker.close();
    }
}
