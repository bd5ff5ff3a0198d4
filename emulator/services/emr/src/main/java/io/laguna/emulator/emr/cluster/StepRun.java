package io.laguna.emulator.emr.cluster;

import io.laguna.emulator.emr.record.StepRecords;
import io.laguna.emulator.emr.step.End;
import io.laguna.emulator.emr.step.Execution;
import io.laguna.emulator.emr.step.JarStep;
import io.laguna.emulator.jobs.ChangeSignal;
import io.laguna.emulator.kit.log.Pace;
import io.laguna.emulator.kit.state.State;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.emr.model.FailureDetails;
import software.amazon.awssdk.services.emr.model.Step;
import software.amazon.awssdk.services.emr.model.StepState;

/** A step of a living cluster, from its turn to its end in the state. */
record StepRun(String cluster, Step step, Execution execution, State state, ChangeSignal signal) {
    private static final Logger LOG = LoggerFactory.getLogger(StepRun.class);

    /** After the first failure to write an end. */
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** Runs it. When this returns, its logs are where they belong and its end is in the state. */
    void run(ClusterEnvironment environment) {
        finish(() -> execution.run(() -> environment.step(step.id()).of(jarStep())));
    }

    /** Follows it where it runs since an earlier process of Laguna began it; the rest is the same. */
    void follow() {
        finish(execution::follow);
    }

    private interface Work {
        End end();
    }

    private void finish(Work work) {
        End end = end(work);
        // What Laguna's own end has stopped is found as it was, by the next who opens the state.
        if (!(end instanceof End.Stopped && signal.isClosed())) {
            write(end);
        }
    }

    private End end(Work work) {
        try {
            // Whoever cancelled it before there was something to stop is heard too.
            if (isCancelled()) {
                execution.stop();
            } else if (signal.isClosed()) {
                execution.leave();
            }
            return work.end();
        } catch (RuntimeException e) {
            LOG.error("Step {} could not be run", step.id(), e);
            return new End.Failed("The step could not be run.", e.toString(), -1);
        }
    }

    private boolean isCancelled() {
        return state.read(handle -> new StepRecords(handle).find(cluster, step.id()))
                .filter(now -> now.status().state() == StepState.RUNNING)
                .isEmpty();
    }

    /** Tried until PostgreSQL takes it: a step whose end is not written would never end. */
    private void write(End end) {
        Pace pace = new Pace(TRY_AGAIN, LONGEST_PAUSE);
        while (true) {
            try {
                ClusterChange.of(state, cluster, change -> write(new StepQueue(change), end));
                return;
            } catch (RuntimeException e) {
                Duration pause = pace.slower();
                LOG.warn(
                        "The end of step {}, {}, is not written; it is tried again in {} s",
                        step.id(),
                        end,
                        pause.toSeconds(),
                        e);
                if (!pause(pause)) {
                    return;
                }
            }
        }
    }

    private boolean pause(Duration pause) {
        try {
            signal.await(pause);
            return !signal.isClosed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean write(StepQueue queue, End end) {
        if (end instanceof End.Completed) {
            queue.completed(step.id());
        } else if (end instanceof End.Failed failed) {
            queue.failed(
                    step.id(),
                    FailureDetails.builder()
                            .reason(failed.reason())
                            .message(failed.message())
                            .logFile(execution.errorLog())
                            .build());
        } else {
            queue.stopped(step.id());
        }
        return true;
    }

    private JarStep jarStep() {
        return new JarStep(
                step.name(),
                step.config().jar(),
                Optional.ofNullable(step.config().mainClass()),
                step.config().args(),
                step.config().properties());
    }
}
