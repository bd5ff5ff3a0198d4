package io.laguna.emulator.emrserverless;

import io.laguna.emulator.kit.state.State;
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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.emrserverless.model.ApplicationState;
import software.amazon.awssdk.services.emrserverless.model.JobRun;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Moves applications and job runs from state to state, in one thread: whenever something was asked for or has ended, and
 * in between as often as there is something to watch. Everything it goes by is in the state; what an earlier process left
 * it finds there too.
 */
final class Dispatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration WITH_DRIVERS = Duration.ofMillis(200);
    private static final Duration WITH_APPLICATIONS = Duration.ofSeconds(1);
    private static final Duration OTHERWISE = Duration.ofMinutes(1);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private static final Set<ApplicationState> ON_THE_WAY =
            Set.of(ApplicationState.CREATING, ApplicationState.STARTING, ApplicationState.STOPPING);

    private final State state;
    private final Drivers drivers;
    private final Clock clock;
    private final Attempts attempts;
    private final ApplicationSteps applications;
    private final JobRunSteps jobRuns;
    private final Semaphore wakes = new Semaphore(0);
    private final Thread thread = new Thread(this::work, "emr-serverless");
    private volatile boolean closing;

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
        thread.setDaemon(true);
        thread.start();
    }

    /** Something has changed. */
    void wake() {
        wakes.release();
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
                .filter(attempt -> attempt.run().attempt().equals(run.attempt()))
                .flatMap(attempt -> attempt.driver().webUi())
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
        closing = true;
        wake();
        try {
            thread.join(CLOSING.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        attempts.close();
    }

    private void work() {
        Duration pause = Duration.ZERO;
        while (!closing) {
            try {
                wakes.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                wakes.drainPermits();
                pause = step();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("EMR Serverless could not go on; it tries again", e);
                pause = WITH_APPLICATIONS;
            }
        }
    }

    /** One step of everything; the time until the next. */
    private Duration step() {
        Set<ApplicationState> states = applications.step(now());
        boolean changed = jobRuns.step(now());
        if (changed || !Collections.disjoint(states, ON_THE_WAY)) {
            return Duration.ZERO;
        }
        if (attempts.areRunning()) {
            return WITH_DRIVERS;
        }
        return states.contains(ApplicationState.STARTED) ? WITH_APPLICATIONS : OTHERWISE;
    }
}
