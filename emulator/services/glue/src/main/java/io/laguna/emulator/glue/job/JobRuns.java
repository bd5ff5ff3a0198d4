package io.laguna.emulator.glue.job;

import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.glue.request.Room;
import io.laguna.emulator.glue.security.SecurityConfigurationRecords;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.glue.model.BatchStopJobRunError;
import software.amazon.awssdk.services.glue.model.BatchStopJobRunRequest;
import software.amazon.awssdk.services.glue.model.BatchStopJobRunResponse;
import software.amazon.awssdk.services.glue.model.BatchStopJobRunSuccessfulSubmission;
import software.amazon.awssdk.services.glue.model.GlueException;
import software.amazon.awssdk.services.glue.model.JobRunState;
import software.amazon.awssdk.services.glue.model.StartJobRunRequest;
import software.amazon.awssdk.services.glue.model.StartJobRunResponse;

/**
 * Starting and stopping runs: the {@link Dispatcher} does what is asked for here.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-jobs-runs.html">Job runs</a>
 */
final class JobRuns extends Room {
    private static final int MOST_STOPPED = 25;

    private final Caller caller;
    private final State state;
    private final Dispatcher dispatcher;

    JobRuns(Caller caller, State state, Dispatcher dispatcher) {
        this.caller = caller;
        this.state = state;
        this.dispatcher = dispatcher;
    }

    @Override
    public StartJobRunResponse startJobRun(StartJobRunRequest request) {
        JobRules.check(request);
        JobKey key = JobKey.of(caller, request.jobName());
        RunRecord run = state.write(transaction -> {
            JobRecord job = new JobRecords(transaction).lock(key).orElseThrow(JobFailures::noMetadata);
            RunRecords runs = new RunRecords(transaction);
            Optional<RunRecord> previous = Optional.ofNullable(request.jobRunId())
                    .map(id -> runs.find(key, id).orElseThrow(() -> JobFailures.noRun(id)));
            RunRecord made = NewRun.of(job, request, previous, dispatcher.now());
            new SecurityConfigurationRecords(transaction)
                    .require(caller, Optional.ofNullable(made.run().securityConfiguration()));
            long most = job.definition().executionProperty().maxConcurrentRuns();
            boolean full = runs.atWork(key) >= most;
            if (full && !made.run().jobRunQueuingEnabled()) {
                throw JobFailures.concurrent(request.jobName());
            }
            RunRecord admitted = full
                    ? made.with(next -> next.jobRunState(JobRunState.WAITING).stateDetail(NewRun.WAITS))
                    : made;
            runs.insert(admitted);
            return admitted;
        });
        dispatcher.wake();
        return StartJobRunResponse.builder().jobRunId(run.id()).build();
    }

    @Override
    public BatchStopJobRunResponse batchStopJobRun(BatchStopJobRunRequest request) {
        JobRules.name("jobName", request.jobName());
        new Constraints()
                .size("jobRunIds", request.jobRunIds(), 1, MOST_STOPPED)
                .check();
        List<BatchStopJobRunSuccessfulSubmission> stopped = new ArrayList<>();
        List<BatchStopJobRunError> errors = new ArrayList<>();
        for (String id : request.jobRunIds()) {
            try {
                JobRules.name("jobRunIds", id);
                state.write(transaction -> stop(transaction, JobKey.of(caller, request.jobName()), id));
                stopped.add(BatchStopJobRunSuccessfulSubmission.builder()
                        .jobName(request.jobName())
                        .jobRunId(id)
                        .build());
            } catch (GlueException e) {
                errors.add(BatchStopJobRunError.builder()
                        .jobName(request.jobName())
                        .jobRunId(id)
                        .errorDetail(Failures.detail(e))
                        .build());
            }
        }
        dispatcher.wake();
        return BatchStopJobRunResponse.builder()
                .successfulSubmissions(stopped)
                .errors(errors)
                .build();
    }

    private RunRecord stop(Handle transaction, JobKey key, String id) {
        RunRecords runs = new RunRecords(transaction);
        RunRecord run = runs.lock(id).filter(found -> found.key().equals(key)).orElseThrow(() -> JobFailures.noRun(id));
        if (run.hasEnded()) {
            throw Failures.invalid("Job run " + id + " cannot be stopped: it is " + run.state() + ".");
        }
        RunRecord stopping =
                run.with(next -> next.jobRunState(JobRunState.STOPPING).lastModifiedOn(dispatcher.now()));
        runs.save(stopping);
        return stopping;
    }
}
