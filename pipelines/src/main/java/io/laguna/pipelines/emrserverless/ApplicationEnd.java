package io.laguna.pipelines.emrserverless;

import io.laguna.pipelines.follow.Questions;
import io.laguna.pipelines.follow.StopSignal;
import io.laguna.pipelines.profile.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.emrserverless.model.ApplicationState;
import software.amazon.awssdk.services.emrserverless.model.JobRunState;

/**
 * The end of everything that a run has asked of EMR Serverless. It goes on when the run itself is stopped, because it
 * is needed then.
 */
final class ApplicationEnd {
    private static final Duration DEADLINE = Duration.ofMinutes(3);
    private static final Set<JobRunState> ENDED =
            Set.of(JobRunState.SUCCESS, JobRunState.FAILED, JobRunState.CANCELLED);
    private static final Set<ApplicationState> AT_REST =
            Set.of(ApplicationState.CREATED, ApplicationState.STOPPED, ApplicationState.TERMINATED);

    private final EmrServerlessClient serverless;
    private final Questions questions;

    ApplicationEnd(EmrServerlessClient serverless, Patience patience) {
        this.serverless = serverless;
        this.questions = new Questions(patience, new StopSignal());
    }

    /** Cancels job runs and waits until they have ended: an application with running jobs cannot be stopped. */
    void cancel(String application, Set<String> runs) {
        List<String> going = runs.stream()
                .filter(run -> !ENDED.contains(state(application, run)))
                .sorted()
                .toList();
        going.forEach(run -> serverless.cancelJobRun(
                request -> request.applicationId(application).jobRunId(run)));
        going.forEach(
                run -> questions.until("The end of " + run, DEADLINE, () -> state(application, run), ENDED::contains));
    }

    /** Stops and deletes the application. */
    void delete(String application) {
        if (!AT_REST.contains(state(application))) {
            serverless.stopApplication(request -> request.applicationId(application));
            questions.until("The end of " + application, DEADLINE, () -> state(application), AT_REST::contains);
        }
        serverless.deleteApplication(request -> request.applicationId(application));
    }

    private JobRunState state(String application, String run) {
        return serverless
                .getJobRun(request -> request.applicationId(application).jobRunId(run))
                .jobRun()
                .state();
    }

    private ApplicationState state(String application) {
        return serverless
                .getApplication(request -> request.applicationId(application))
                .application()
                .state();
    }
}
