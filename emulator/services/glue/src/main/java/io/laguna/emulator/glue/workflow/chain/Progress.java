package io.laguna.emulator.glue.workflow.chain;

import io.laguna.emulator.glue.job.TriggeredRuns;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.glue.model.Crawl;
import software.amazon.awssdk.services.glue.model.GlueException;
import software.amazon.awssdk.services.glue.model.WorkflowRunStatus;

/**
 * The progress of all chains, whoever has started them: also what an earlier process has left goes on, since everything
 * that decides is in the state.
 *
 * @param crawls starts crawlers, and tells of their crawls
 */
public record Progress(State state, TriggeredRuns runs, Crawls crawls, Clock clock) {
    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

    /** "Job run history is accessible for 90 days for your workflow and job run." */
    private static final Duration KEPT = Duration.ofDays(90);

    /** Takes a step in each chain; tells whether some go on. */
    public boolean run() {
        List<ChainRecord> active = state.read(handle -> new ChainRecords(handle).active());
        boolean changed = false;
        for (ChainRecord chain : active) {
            changed |= step(chain);
        }
        if (changed) {
            runs.wake();
        }
        return !active.isEmpty();
    }

    /** Deletes what is kept no longer. */
    public void prune() {
        state.write(transaction -> {
            new ChainRecords(transaction).prune(now().minus(KEPT));
            return true;
        });
    }

    private boolean step(ChainRecord chain) {
        Map<ActionRecord, Crawl> known = new HashMap<>();
        for (ActionRecord action : state.read(handle -> new ActionRecords(handle).of(chain.id()))) {
            switch (action.state()) {
                case PENDING -> begin(chain, action);
                case BEGUN -> recover(chain, action);
                case ACTIVE -> watch(chain, action).ifPresent(crawl -> known.put(action, crawl));
                case SUCCEEDED, FAILED, STOPPED, TIMEOUT, CANCELLED, ERROR -> {}
            }
        }
        return state.write(transaction -> new ChainRecords(transaction)
                .lock(chain.id())
                .filter(Progress::goesOn)
                .map(locked -> new Advance(transaction, runs, now(), known).take(locked))
                .orElse(false));
    }

    private static boolean goesOn(ChainRecord chain) {
        return chain.status() == WorkflowRunStatus.RUNNING || chain.status() == WorkflowRunStatus.STOPPING;
    }

    /** Begins a crawl: the begin is committed before the call, and its end after it. */
    private void begin(ChainRecord chain, ActionRecord action) {
        ActionRecord begun = action.begun(now());
        boolean wanted = state.write(transaction -> {
            boolean running = new ChainRecords(transaction)
                    .lock(chain.id())
                    .filter(locked -> locked.status() == WorkflowRunStatus.RUNNING)
                    .isPresent();
            if (running) {
                new ActionRecords(transaction).save(begun);
            }
            return running;
        });
        if (wanted) {
            save(started(chain, begun));
        }
    }

    private ActionRecord started(ChainRecord chain, ActionRecord begun) {
        try {
            crawls.start(chain.owner(), begun.name());
            return begun.in(ActionState.ACTIVE);
        } catch (GlueException e) {
            LOG.warn("Trigger {} cannot start crawler {}: {}", begun.trigger(), begun.name(), e.getMessage());
            return begun.failed(e.getMessage());
        }
    }

    /** Goes on with a crawl during whose begin Laguna has ended: it has begun, or is begun again. */
    private void recover(ChainRecord chain, ActionRecord action) {
        boolean begun =
                crawls.since(chain.owner(), action.name(), action.begunAt()).isPresent();
        save(action.in(begun ? ActionState.ACTIVE : ActionState.PENDING));
    }

    private Optional<Crawl> watch(ChainRecord chain, ActionRecord action) {
        if (!action.isActiveCrawl()) {
            return Optional.empty();
        }
        if (chain.status() == WorkflowRunStatus.STOPPING) {
            crawls.stop(chain.owner(), action.name());
        }
        return crawls.since(chain.owner(), action.name(), action.begunAt());
    }

    private void save(ActionRecord action) {
        state.write(transaction -> {
            new ActionRecords(transaction).save(action);
            return action;
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
