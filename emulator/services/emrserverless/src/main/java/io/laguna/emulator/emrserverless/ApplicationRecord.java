package io.laguna.emulator.emrserverless;

import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.emrserverless.model.Application;
import software.amazon.awssdk.services.emrserverless.model.ApplicationState;

/**
 * An application in the state.
 *
 * @param definition with its state, without its tags
 * @param idleSince when it has started, or its last run has ended; empty when it has not started yet
 */
record ApplicationRecord(Application definition, Optional<Instant> idleSince) {
    String id() {
        return definition.applicationId();
    }

    ApplicationState state() {
        return definition.state();
    }

    boolean startsItself() {
        return definition.autoStartConfiguration().enabled();
    }
}
