package io.laguna.emulator.emrserverless;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.kit.shape.Shapes;
import io.laguna.emulator.kit.state.State;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.emrserverless.model.Application;
import software.amazon.awssdk.services.emrserverless.model.ApplicationState;
import software.amazon.awssdk.services.emrserverless.model.CancelJobRunRequest;
import software.amazon.awssdk.services.emrserverless.model.CancelJobRunResponse;
import software.amazon.awssdk.services.emrserverless.model.JobRun;
import software.amazon.awssdk.services.emrserverless.model.JobRunMode;
import software.amazon.awssdk.services.emrserverless.model.JobRunState;
import software.amazon.awssdk.services.emrserverless.model.StartJobRunRequest;
import software.amazon.awssdk.services.emrserverless.model.StartJobRunResponse;

/**
 * Starting and cancelling job runs: what is asked for here the {@link Dispatcher} does.
 *
 * @see <a href="https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/jobs.html">Running jobs</a>
 */
final class JobRuns extends Room {
    /** "executionTimeoutMinutes: The default is 720 minutes"; streaming jobs run until they are cancelled. */
    private static final long BATCH_MINUTES = 720;

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
        JobRunRules.check(request);
        String text = ShapeJson.write(request);
        JobRun run = state.write(transaction -> {
            ApplicationRecord application = new ApplicationRecords(transaction)
                    .lock(caller, request.applicationId())
                    .orElseThrow(() -> Failures.noApplication(request.applicationId()));
            JobRunRecords runs = new JobRunRecords(transaction);
            Optional<String> token = Optional.ofNullable(request.clientToken());
            Optional<JobRunRecords.Earlier> earlier = token.flatMap(given -> runs.byToken(application.id(), given));
            if (earlier.isPresent()) {
                return earlier(runs, application.id(), earlier.get(), text, request.clientToken());
            }
            checkAccepts(application);
            JobRunRules.check(request, application.definition());
            JobRun made = jobRun(request, application.definition());
            Submission.of(application.definition(), made);
            runs.insert(made, token, text);
            Tags.table(transaction).put(made.arn(), request.tags());
            return made;
        });
        dispatcher.wake();
        return StartJobRunResponse.builder()
                .applicationId(run.applicationId())
                .jobRunId(run.jobRunId())
                .arn(run.arn())
                .build();
    }

    /**
     * Cancels a run and its retries.
     *
     * <p>A driver is asked to end, and killed after five seconds; {@code shutdownGracePeriodInSeconds} does not make that
     * longer.
     */
    @Override
    public CancelJobRunResponse cancelJobRun(CancelJobRunRequest request) {
        JobRunReads.check(request.applicationId(), request.jobRunId());
        new Constraints()
                .range("shutdownGracePeriodInSeconds", request.shutdownGracePeriodInSeconds(), 0, Integer.MAX_VALUE)
                .check();
        state.write(transaction -> {
            JobRun run = lock(transaction, request.applicationId(), request.jobRunId());
            if (JobRunRecords.ENDED.contains(run.state())) {
                throw Failures.notCancellable(run.jobRunId(), run.state());
            }
            if (run.state() != JobRunState.CANCELLING) {
                Instant now = dispatcher.now();
                new JobRunRecords(transaction)
                        .save(run.toBuilder()
                                .state(JobRunState.CANCELLING)
                                .stateDetails("Job run was cancelled by CancelJobRun.")
                                .updatedAt(now)
                                .attemptUpdatedAt(now)
                                .build());
            }
            return true;
        });
        dispatcher.wake();
        return CancelJobRunResponse.builder()
                .applicationId(request.applicationId())
                .jobRunId(request.jobRunId())
                .build();
    }

    private JobRun lock(Handle transaction, String application, String id) {
        if (new ApplicationRecords(transaction).find(caller, application).isEmpty()) {
            throw Failures.noApplication(application);
        }
        return new JobRunRecords(transaction).lock(application, id).orElseThrow(() -> Failures.noJobRun(id));
    }

    private static JobRun earlier(
            JobRunRecords runs, String application, JobRunRecords.Earlier earlier, String request, String token) {
        if (!earlier.request().equals(request)) {
            throw Failures.otherRequest(token);
        }
        return runs.find(application, earlier.id()).orElseThrow(() -> Failures.noJobRun(earlier.id()));
    }

    /** "The application only accepts jobs when it's in this state [STARTED]", to which auto-start takes it. */
    private static void checkAccepts(ApplicationRecord application) {
        boolean gone = application.state() == ApplicationState.TERMINATED;
        if (gone || (!application.startsItself() && application.state() != ApplicationState.STARTED)) {
            throw Failures.invalid("Application " + application.id()
                    + " does not accept job runs: it must be in the status STARTED, or start automatically. Current"
                    + " status: " + application.state());
        }
    }

    private JobRun jobRun(StartJobRunRequest request, Application application) {
        String id = Ids.next();
        Instant now = dispatcher.now();
        JobRunMode mode = Optional.ofNullable(request.mode()).orElse(JobRunMode.BATCH);
        return Shapes.copy(request, JobRun.builder())
                .applicationId(application.applicationId())
                .jobRunId(id)
                .arn(application.arn() + "/jobruns/" + id)
                .createdBy("arn:aws:iam::" + caller.accountId() + ":root")
                .createdAt(now)
                .updatedAt(now)
                .executionRole(request.executionRoleArn())
                .state(JobRunState.SUBMITTED)
                .stateDetails("")
                .releaseLabel(application.releaseLabel())
                .networkConfiguration(application.networkConfiguration())
                .executionTimeoutMinutes(Optional.ofNullable(request.executionTimeoutMinutes())
                        .orElse(mode == JobRunMode.STREAMING ? 0 : BATCH_MINUTES))
                .mode(mode)
                .attempt(1)
                .attemptCreatedAt(now)
                .attemptUpdatedAt(now)
                .tags(Map.of())
                .build();
    }
}
