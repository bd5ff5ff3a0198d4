package io.laguna.emulator.redshift.system;

import io.laguna.redshift.wire.order.Note;
import java.time.Instant;
import java.util.Optional;

/**
 * A statement as the log has it.
 *
 * @param end empty while it runs
 * @param rows that a client has got, or that were changed
 * @param bytes of the rows that a client has got
 */
record Logged(
        long query,
        Who who,
        Note note,
        Instant begin,
        Optional<Instant> end,
        boolean aborted,
        Optional<String> error,
        long rows,
        long bytes) {
    /** Whose session a statement is of. */
    record Who(String role, String database, int processId) {}
}
