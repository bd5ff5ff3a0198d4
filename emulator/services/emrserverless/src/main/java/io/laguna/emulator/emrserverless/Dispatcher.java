package io.laguna.emulator.emrserverless;

import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.work.Worker;
import io.laguna.engines.driver.Drivers;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.emrserverless.model.ApplicationState;
import software.amazon.awssdk.services.emrserverless.model.JobRun;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The worker that moves applications and job runs from state to state: whenever something was asked for or has ended, and
 * in between as often as there is something to watch. Everything that decides is in the state, what an earlier process
 * left too.
 */
final class Dispatcher implements AutoCloseable {
    private static final Duration WITH_DRIVERS = Duration.ofMillis(200);
    private static final Duration WITH_APPLICATIONS = Duration.ofSeconds(1);
    private static final Duration OTHERWISE = Duration.ofMinutes(1);

    private static final Set<ApplicationState> ON_THE_WAY =
            Set.of(ApplicationState.CREATING, ApplicationState.STARTING, ApplicationState.STOPPING);

    private final State state;
    private final Drivers drivers;
    private final Clock clock;
    private final Attempts attempts;
    private final ApplicationSteps applications;
    private final JobRunSteps jobRuns;
    private final Worker worker = new Worker("emr-serverless", this::turn);

    Dispatcher(State state, Drivers drivers, S3Client s3, Path folder, Clock clock) {
        this.state = state;
        this.drivers = drivers;
        this.clock = clock;
        Endings endings = new Endings(state, clock);
        this.attempts = new Attempts(drivers, new JobLogs(s3, folder), endings, this::wake);
        this.applications = new ApplicationSteps(state, drivers);
        this.jobRuns = new JobRunSteps(state, attempts, endings);
    }

    void start() {
        worker.start();
    }

    /** Notices that something has changed. */
    void wake() {
        worker.wake();
    }

    /** The time, as exact as the API gives it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Spark's page on an attempt: its driver's own while that has one, the History Server's afterwards.
     *
     * @throws io.laguna.engines.process.EngineFailure when the History Server does not get ready
     */
    Optional<URI> dashboard(JobRun run) {
        return attempts.find(run.jobRunId())
                .filter(attempt -> attempt.jobRun().attempt().equals(run.attempt()))
                .flatMap(attempt -> attempt.execution().webUi())
                .or(() -> history(run));
    }

    private Optional<URI> history(JobRun run) {
        return Optional.of(run)
                .filter(seen -> JobRunRecords.ENDED.contains(seen.state()))
                .flatMap(ended -> state.read(handle -> new JobRunRecords(handle).spark(ended)))
                .map(id -> drivers.historyServer().resolve("/history/" + id + "/"));
    }

    /** Stops the drivers of job runs. */
    @Override
    public void close() {
        worker.close();
        attempts.close();
    }

    /** Moves everything by one state; returns the time until the next turn. */
    private Optional<Duration> turn() {
        Set<ApplicationState> states = applications.step(now());
        boolean changed = jobRuns.step(now());
        if (changed || !Collections.disjoint(states, ON_THE_WAY)) {
            return Optional.of(Duration.ZERO);
        }
        if (attempts.areRunning()) {
            return Optional.of(WITH_DRIVERS);
        }
        return Optional.of(states.contains(ApplicationState.STARTED) ? WITH_APPLICATIONS : OTHERWISE);
    }
}
