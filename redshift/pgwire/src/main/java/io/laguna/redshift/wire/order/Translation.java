package io.laguna.redshift.wire.order;

import io.laguna.redshift.wire.message.SqlFailure;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

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

    /**
     * Computes a function of the engine's that stands for one outside of the cluster, while the statement that calls it runs.
     *
     * @param said the function and its arguments, in the form of whoever has defined it
     * @param bench the session; it runs no statements now
     * @return the value's text, or nothing for NULL
     */
    default Optional<String> call(String said, Workbench bench) throws SqlFailure, IOException {
        throw new SqlFailure("0A000", "Functions outside of the cluster are not implemented by Laguna");
    }

    /** Returns the translation that leaves each statement as it is: one text, one statement. */
    static Translation none() {
        return text -> text.isBlank() ? List.of() : List.of(Run.of(text));
    }
}
