package io.laguna.redshift.wire.order;

import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * A statement that the engine runs, and whose answer the client gets.
 *
 * @param sql one statement of PostgreSQL, without a semicolon at its end
 * @param place what a place in {@code sql} was in the client's text, both counted in characters from 1; 0 for a place
 *     that the client has not written
 * @param before statements that run first, in the same transaction, and whose answers the client does not see
 * @param after statements that run when {@code sql} has succeeded, unseen too
 * @param repair knows another form, perhaps, when the engine does not understand {@code sql}
 * @param note what is kept of it in the journal
 */
public record Run(
        String sql,
        IntUnaryOperator place,
        List<String> before,
        List<String> after,
        Optional<Repair> repair,
        Optional<Note> note)
        implements Order {
    public Run {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    public Run(String sql, IntUnaryOperator place, List<String> before, List<String> after, Optional<Repair> repair) {
        this(sql, place, before, after, repair, Optional.empty());
    }

    /** Returns a statement that is the client's own text. */
    public static Run of(String sql) {
        return new Run(sql, IntUnaryOperator.identity(), List.of(), List.of(), Optional.empty());
    }

    /** Returns this statement with others before and after it. */
    public Run with(List<String> before, List<String> after) {
        return new Run(sql, place, before, after, repair, note);
    }

    /** Returns this statement, kept in the journal. */
    Run with(Note kept) {
        return new Run(sql, place, before, after, repair, Optional.of(kept));
    }

    /** Tells whether there may be another form of the statement. */
    public boolean repairable() {
        return repair.isPresent();
    }
}
