package io.laguna.redshift.wire.order;

import io.laguna.redshift.wire.message.SqlFailure;
import java.util.List;

/**
 * The reading of Redshift's SQL for one session. A translation may keep what it learns of the session; it is called by
 * one thread at a time.
 */
@FunctionalInterface
public interface Translation {
    /**
     * Returns what a client's text asks for, one order a statement, or nothing for a text without a statement.
     *
     * @throws SqlFailure when the text is refused, with a place in the client's text
     */
    List<Order> translate(String text) throws SqlFailure;

    /** Returns the translation that leaves each statement as it is: one text, one statement. */
    static Translation none() {
        return text -> text.isBlank() ? List.of() : List.of(Run.of(text));
    }
}
