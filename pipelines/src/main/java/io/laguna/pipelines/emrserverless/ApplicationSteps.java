package io.laguna.pipelines.emrserverless;

import io.laguna.pipelines.follow.OverdueException;
import io.laguna.pipelines.follow.Questions;
import io.laguna.pipelines.follow.StepLogs;
import io.laguna.pipelines.follow.StopSignal;
import io.laguna.pipelines.profile.Place;
import io.laguna.pipelines.profile.Profile;
import io.laguna.pipelines.step.PipelineCode;
import io.laguna.pipelines.step.Step;
import io.laguna.pipelines.step.StepFailedException;
import io.laguna.pipelines.step.StepListener;
import io.laguna.pipelines.step.StepRunner;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.emrserverless.model.ApplicationState;
import software.amazon.awssdk.services.emrserverless.model.JobRun;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The steps of one run as jobs of an EMR Serverless application: one that is there, or one that is made for the run.
 */
public final class ApplicationSteps implements StepRunner {
    private final EmrServerlessClient serverless;
    private final Place.Application place;
    private final ApplicationRequests requests;
    private final Questions questions;
    private final StepLogs logs;
    private final StepListener listener;
    private final StopSignal stop;
    private final ApplicationEnd end;

    private Optional<String> application = Optional.empty();
    private final Map<String, Step> running = new ConcurrentSkipListMap<>();

    /** Creates the steps of one run. */
    public ApplicationSteps(
            EmrServerlessClient serverless,
            S3Client s3,
            Profile profile,
            Place.Application place,
            PipelineCode code,
            StepListener listener,
            StopSignal stop) {
        this.serverless = serverless;
        this.place = place;
        this.requests = new ApplicationRequests(profile, place, code);
        this.questions = new Questions(profile.patience(), stop);
        this.logs = new StepLogs(s3, profile.patience(), stop);
        this.listener = listener;
        this.stop = stop;
        this.end = new ApplicationEnd(serverless, profile.patience());
    }

    @Override
    public synchronized void prepare() {
        stop.requireGoingOn();
        String id = place.id()
                .orElseGet(
                        () -> serverless.createApplication(requests.creation()).applicationId());
        application = Optional.of(id);
        listener.placed("application " + id);
    }

    @Override
    public void run(List<List<Step>> waves) {
        stop.during(() -> runAll(waves));
    }

    @Override
    public void stop() {
        stop.give();
        giveBack();
    }

    @Override
    public void close() {
        giveBack();
    }

    private void runAll(List<List<Step>> waves) {
        questions.until(
                "The application " + application.orElseThrow(),
                questions.patience().deadline(),
                () -> serverless
                        .getApplication(request -> request.applicationId(application.orElseThrow()))
                        .application()
                        .state(),
                state -> state != ApplicationState.CREATING);
        for (List<Step> wave : waves) {
            wave.forEach(this::start);
            follow();
        }
    }

    /** Gives the application back. One that was there before the run stays, without the jobs of this run. */
    private synchronized void giveBack() {
        application.ifPresent(id -> {
            application = Optional.empty();
            end.cancel(id, running.keySet());
            if (place.id().isEmpty()) {
                end.delete(id);
            }
        });
    }

    private synchronized void start(Step step) {
        stop.requireGoingOn();
        String run = serverless
                .startJobRun(requests.jobRun(application.orElseThrow(), step))
                .jobRunId();
        running.put(run, step);
    }

    private void follow() {
        try {
            questions.until("The job runs", questions.patience().deadline(), this::askAll, done -> running.isEmpty());
        } catch (OverdueException e) {
            Map.Entry<String, Step> first = running.entrySet().iterator().next();
            throw new StepFailedException(
                    first.getValue(), e.getMessage(), requests.log(application.orElseThrow(), first.getKey()));
        }
    }

    private Set<String> askAll() {
        Set<String> asked = new HashSet<>(running.keySet());
        for (String id : asked) {
            note(serverless
                    .getJobRun(request ->
                            request.applicationId(application.orElseThrow()).jobRunId(id))
                    .jobRun());
        }
        return asked;
    }

    private void note(JobRun run) {
        Step step = running.get(run.jobRunId());
        switch (run.state()) {
            case SUCCESS -> {
                running.remove(run.jobRunId());
                listener.succeeded(step, elapsed(run));
            }
            case FAILED, CANCELLED -> {
                running.remove(run.jobRunId());
                throw new StepFailedException(
                        step,
                        "EMR Serverless says " + run.stateAsString()
                                + Optional.ofNullable(run.stateDetails())
                                        .map(details -> ": " + details)
                                        .orElse(""),
                        logs.tell(requests.log(run.applicationId(), run.jobRunId())));
            }
            case SUBMITTED, PENDING, SCHEDULED, QUEUED, RUNNING, CANCELLING, UNKNOWN_TO_SDK_VERSION -> listener.changed(
                    step, run.stateAsString());
        }
    }

    private static Duration elapsed(JobRun run) {
        return Optional.ofNullable(run.startedAt())
                .flatMap(begun -> Optional.ofNullable(run.endedAt()).map(ended -> Duration.between(begun, ended)))
                .orElseGet(() -> Duration.ofSeconds(
                        Optional.ofNullable(run.totalExecutionDurationSeconds()).orElse(0)));
    }
}
