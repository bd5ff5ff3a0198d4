package io.laguna.emulator.emrserverless;

import io.laguna.emulator.kit.state.State;
import io.laguna.engines.driver.Drivers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.emrserverless.model.Application;
import software.amazon.awssdk.services.emrserverless.model.ApplicationState;

/** The next steps of applications: they start for a job run, and stop when they have been idle. */
final class ApplicationSteps {
    private final State state;
    private final Drivers drivers;

    /**
     * Creates the steps of all applications.
     *
     * @param drivers the drivers, of which one gets ready for an application with initial capacity
     */
    ApplicationSteps(State state, Drivers drivers) {
        this.state = state;
        this.drivers = drivers;
    }

    /** Takes one step of every application; returns the states they are in after it. */
    Set<ApplicationState> step(Instant now) {
        List<ApplicationRecord> all = state.read(handle -> new ApplicationRecords(handle).all());
        all.forEach(each -> step(each, now));
        return state.read(handle -> new ApplicationRecords(handle).all()).stream()
                .map(ApplicationRecord::state)
                .collect(Collectors.toSet());
    }

    private void step(ApplicationRecord seen, Instant now) {
        switch (seen.state()) {
            case CREATING -> move(seen, ApplicationState.CREATED, now);
            case STARTING -> start(seen, now);
            case STOPPING -> move(seen, ApplicationState.STOPPED, now);
            case CREATED, STOPPED -> startForJobRuns(seen, now);
            case STARTED -> stopWhenIdle(seen, now);
            case TERMINATED, UNKNOWN_TO_SDK_VERSION -> {}
        }
    }

    private void start(ApplicationRecord seen, Instant now) {
        state.write(transaction -> locked(transaction, seen)
                .map(application -> {
                    new ApplicationRecords(transaction).idle(application.id(), now);
                    return save(transaction, application, ApplicationState.STARTED, "", now);
                })
                .orElse(false));
        if (!seen.definition().initialCapacity().isEmpty()) {
            drivers.prepare();
        }
    }

    private void startForJobRuns(ApplicationRecord seen, Instant now) {
        if (seen.startsItself() && hasJobRuns(seen)) {
            move(seen, ApplicationState.STARTING, now);
        }
    }

    private void stopWhenIdle(ApplicationRecord seen, Instant now) {
        Application definition = seen.definition();
        Duration limit = Duration.ofMinutes(definition.autoStopConfiguration().idleTimeoutMinutes());
        boolean idle = seen.idleSince()
                .filter(since -> !since.plus(limit).isAfter(now))
                .isPresent();
        if (definition.autoStopConfiguration().enabled() && idle) {
            state.write(transaction -> locked(transaction, seen)
                    .filter(application -> new JobRunRecords(transaction).active(application.id()) == 0)
                    .map(application -> save(transaction, application, ApplicationState.STOPPING, "AUTO_STOPPING", now))
                    .orElse(false));
        }
    }

    private boolean hasJobRuns(ApplicationRecord seen) {
        return state.read(handle -> new JobRunRecords(handle).active(seen.id())) > 0;
    }

    private void move(ApplicationRecord seen, ApplicationState to, Instant now) {
        state.write(transaction -> locked(transaction, seen)
                .map(application -> save(transaction, application, to, "", now))
                .orElse(false));
    }

    private static Optional<ApplicationRecord> locked(Handle transaction, ApplicationRecord seen) {
        return new ApplicationRecords(transaction).lock(seen.id()).filter(now -> now.state() == seen.state());
    }

    private static boolean save(
            Handle transaction, ApplicationRecord application, ApplicationState to, String details, Instant now) {
        new ApplicationRecords(transaction)
                .save(application.definition().toBuilder()
                        .state(to)
                        .stateDetails(details)
                        .updatedAt(now)
                        .build());
        return true;
    }
}
