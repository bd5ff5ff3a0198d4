package io.laguna.emulator.emr.cluster;

import io.laguna.emulator.emr.record.StepRecords;
import io.laguna.emulator.emr.step.Controller;
import io.laguna.emulator.emr.step.JarStep;
import io.laguna.emulator.jobs.Execution;
import io.laguna.emulator.jobs.Job;
import io.laguna.emulator.kit.state.State;
import io.laguna.engines.driver.RunOutcome;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.emr.model.FailureDetails;
import software.amazon.awssdk.services.emr.model.Step;
import software.amazon.awssdk.services.emr.model.StepState;

/**
 * A step of a living cluster, from its turn to its end in the state.
 *
 * @param beginning begins the step, or follows it where it runs since an earlier process of Laguna began it
 * @param left told when the end of the step is in the state
 */
record StepRun(
        String cluster,
        Step step,
        Controller controller,
        State state,
        Consumer<StepRun> beginning,
        Consumer<StepRun> left)
        implements Job {
    /** EMR's reason for a failure that it has no name for. */
    private static final String UNKNOWN = "Unknown Error.";

    @Override
    public String id() {
        return step.id();
    }

    @Override
    public Execution execution() {
        return controller.execution();
    }

    @Override
    public RunOutcome run() {
        // Whoever cancelled the step before there was something to stop is heard too.
        if (isCancelled()) {
            execution().stop();
        }
        beginning.accept(this);
        return execution().end();
    }

    @Override
    public void keep(RunOutcome outcome) {
        ClusterChange.of(state, cluster, change -> {
            StepQueue queue = new StepQueue(change);
            if (outcome instanceof RunOutcome.Succeeded) {
                queue.completed(id());
            } else if (outcome instanceof RunOutcome.Failed failed) {
                queue.failed(id(), details(failed));
            } else {
                queue.stopped(id());
            }
            return true;
        });
    }

    @Override
    public void ended() {
        left.accept(this);
    }

    JarStep jarStep() {
        return new JarStep(
                step.name(),
                step.config().jar(),
                Optional.ofNullable(step.config().mainClass()),
                step.config().args(),
                step.config().properties());
    }

    private boolean isCancelled() {
        return state.read(handle -> new StepRecords(handle).find(cluster, id()))
                .filter(now -> now.status().state() == StepState.RUNNING)
                .isEmpty();
    }

    private FailureDetails details(RunOutcome.Failed failed) {
        return FailureDetails.builder()
                .reason(failed.kind() == RunOutcome.Kind.NOT_STARTED ? failed.reason() : UNKNOWN)
                .message(failed.reason())
                .logFile(execution().logs().errorLog())
                .build();
    }
}
