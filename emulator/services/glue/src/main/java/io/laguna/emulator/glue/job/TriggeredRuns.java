package io.laguna.emulator.glue.job;

import io.laguna.emulator.glue.security.SecurityConfigurationRecords;
import io.laguna.emulator.kit.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.glue.model.Action;
import software.amazon.awssdk.services.glue.model.JobRun;
import software.amazon.awssdk.services.glue.model.JobRunState;
import software.amazon.awssdk.services.glue.model.Predecessor;
import software.amazon.awssdk.services.glue.model.StartJobRunRequest;

/** The runs of jobs that triggers start: each in the transaction in which its trigger fires, so that both are or neither. */
public final class TriggeredRuns {
    private final Dispatcher dispatcher;

    TriggeredRuns(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /**
     * The start of a run by a trigger.
     *
     * @param action the trigger's action
     * @param more arguments beside the action's
     * @param predecessors the runs for whose ends the trigger fires
     */
    public record Start(String trigger, Action action, Map<String, String> more, List<Predecessor> predecessors) {}

    /**
     * Makes a run, which begins when the transaction is committed and {@link #wake} was called. Where the job has as many
     * runs as it may have, the run is in the state ERROR at once.
     *
     * @throws software.amazon.awssdk.services.glue.model.GlueException when the job cannot be run so
     */
    public JobRun start(Handle transaction, Caller caller, Start start) {
        Action action = start.action();
        JobKey key = JobKey.of(caller, action.jobName());
        JobRecord job = new JobRecords(transaction).lock(key).orElseThrow(JobFailures::noMetadata);
        Map<String, String> arguments = new HashMap<>(action.arguments());
        arguments.putAll(start.more());
        StartJobRunRequest request = StartJobRunRequest.builder()
                .jobName(action.jobName())
                .arguments(arguments)
                .timeout(action.timeout())
                .securityConfiguration(action.securityConfiguration())
                .notificationProperty(action.notificationProperty())
                .build();
        RunRecords runs = new RunRecords(transaction);
        RunRecord made = NewRun.of(job, request, Optional.empty(), dispatcher.now())
                .with(run -> run.triggerName(start.trigger()).predecessorRuns(start.predecessors()));
        new SecurityConfigurationRecords(transaction)
                .require(caller, Optional.ofNullable(made.run().securityConfiguration()));
        long most = job.definition().executionProperty().maxConcurrentRuns();
        RunRecord admitted = runs.atWork(key) >= most ? full(made) : made;
        runs.insert(admitted);
        return admitted.run();
    }

    private RunRecord full(RunRecord run) {
        if (run.run().jobRunQueuingEnabled()) {
            return run.with(next -> next.jobRunState(JobRunState.WAITING).stateDetail(NewRun.WAITS));
        }
        String reason = JobFailures.concurrent(run.key().name()).getMessage();
        return run.with(next -> next.jobRunState(JobRunState.ERROR)
                .errorMessage(reason)
                .completedOn(dispatcher.now())
                .lastModifiedOn(dispatcher.now()));
    }

    /** Returns a run and those that were made by themselves after it failed, in the order of the attempts. */
    public List<JobRun> attempts(Handle handle, Caller caller, String job, String run) {
        return new RunRecords(handle)
                .attempts(JobKey.of(caller, job), run).stream()
                        .map(RunRecord::run)
                        .toList();
    }

    /** Asks for the stop of a run, or of the attempt that is at work. */
    public void stop(Handle transaction, Caller caller, String job, String run) {
        RunRecords runs = new RunRecords(transaction);
        runs.attempts(JobKey.of(caller, job), run).stream()
                .flatMap(attempt -> runs.lock(attempt.id()).stream())
                .filter(attempt -> !attempt.hasEnded())
                .forEach(attempt -> runs.save(attempt.with(
                        next -> next.jobRunState(JobRunState.STOPPING).lastModifiedOn(dispatcher.now()))));
    }

    /** Lets the runs that were made or stopped go on. */
    public void wake() {
        dispatcher.wake();
    }
}
