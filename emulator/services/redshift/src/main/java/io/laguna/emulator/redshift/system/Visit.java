package io.laguna.emulator.redshift.system;

import io.laguna.redshift.wire.order.Journal.Arrival;
import java.time.Instant;
import java.util.Optional;

/**
 * A client's session as the log of connections has it.
 *
 * @param session an id of 36 characters, as Redshift gives one
 * @param end empty while the client is there
 */
record Visit(String session, Logged.Who who, Arrival arrival, Instant begin, Optional<Instant> end) {
    Visit ended() {
        return new Visit(session, who, arrival, begin, Optional.of(Instant.now()));
    }
}
