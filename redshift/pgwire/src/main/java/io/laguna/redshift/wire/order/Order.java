package io.laguna.redshift.wire.order;

import java.util.Optional;

/** One statement of a client, as it is carried out. */
public sealed interface Order permits Run, Answer, Later {
    /** Returns what is kept of it in the journal, if anything is. */
    default Optional<Note> note() {
        return Optional.empty();
    }

    /** Returns the same order, which is kept in the journal. */
    static Order noted(Order order, Note note) {
        if (order instanceof Run run) {
            return run.with(note);
        }
        if (order instanceof Later later) {
            return (Later) () -> noted(later.read(), note);
        }
        return new Noted((Answer) order, note);
    }
}
