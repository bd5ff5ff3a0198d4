package io.laguna.emulator.redshiftdata.statement;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.redshiftdata.request.Constraints;
import io.laguna.emulator.redshiftdata.request.Failures;
import java.util.OptionalInt;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The id of a statement, or of one SQL text of a batch.
 *
 * @param text as the caller writes it
 * @param number which of a batch's texts is meant: {@code …:2}
 */
public record StatementId(String text, UUID statement, OptionalInt number) {
    /** Returns the id in a request. */
    public static StatementId of(String text) {
        Constraints.checkId(text);
        int colon = text.indexOf(':');
        String id = colon < 0 ? text : text.substring(0, colon);
        try {
            return new StatementId(
                    text,
                    UUID.fromString(id),
                    colon < 0 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text.substring(colon + 1))));
        } catch (IllegalArgumentException e) {
            // An id may have letters that no UUID has, or a number that is too large.
            throw Failures.noStatement(text);
        }
    }

    /** Returns the caller's statement of the id, which has the text that the id names. */
    public StatementRecord find(Handle handle, Caller caller) {
        return new StatementRecords(handle)
                .find(caller, statement)
                .filter(found ->
                        number.isEmpty() || found.sql(number.getAsInt()).isPresent())
                .orElseThrow(() -> Failures.noStatement(text));
    }
}
