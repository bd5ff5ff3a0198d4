package io.laguna.redshift.wire.session;

import io.laguna.redshift.wire.order.Journal.Entry;
import java.io.IOException;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * One thing that the engine, or this proxy in its place, has still to answer.
 *
 * @param visible whether the client gets the answer
 * @param prepared the statement that a description is of
 * @param portal the portal that rows come from, or that a description is of
 * @param place what a place in the engine's text was in the client's
 * @param own what is said when it is this one's turn
 * @param entry the statement in the journal
 */
record Expected(
        Kind kind,
        boolean visible,
        Optional<Prepared> prepared,
        Optional<Portal> portal,
        IntUnaryOperator place,
        Own own,
        Entry entry) {
    /** The kinds of answers. */
    enum Kind {
        /** One message: ParseComplete, BindComplete, CloseComplete. */
        COMPLETION,
        /** ParameterDescription, and then RowDescription or NoData. */
        STATEMENT_DESCRIPTION,
        /** RowDescription or NoData. */
        PORTAL_DESCRIPTION,
        /** Rows, and how a portal has ended. */
        EXECUTION,
        /** A description, rows and a tag: one statement of a simple query. */
        STATEMENT,
        /** ReadyForQuery. */
        SYNC,
        /** A failure that this proxy has provoked, so that the engine's transaction fails too. */
        ABORT,
        /** Nothing of the engine. */
        OWN
    }

    /** An answer that the proxy gives in the engine's place. */
    @FunctionalInterface
    interface Own {
        void say() throws IOException;
    }

    static Expected completion(IntUnaryOperator place) {
        return new Expected(
                Kind.COMPLETION, true, Optional.empty(), Optional.empty(), place, Expected::nothing, Entry.NONE);
    }

    static Expected description(Prepared prepared) {
        return new Expected(
                Kind.STATEMENT_DESCRIPTION,
                true,
                Optional.of(prepared),
                Optional.empty(),
                Expected::nowhere,
                Expected::nothing,
                Entry.NONE);
    }

    static Expected description(Portal portal, boolean visible) {
        return new Expected(
                Kind.PORTAL_DESCRIPTION,
                visible,
                Optional.empty(),
                Optional.of(portal),
                Expected::nowhere,
                Expected::nothing,
                Entry.NONE);
    }

    static Expected execution(Portal portal, IntUnaryOperator place) {
        return new Expected(
                Kind.EXECUTION, true, Optional.empty(), Optional.of(portal), place, Expected::nothing, portal.entry());
    }

    /** Returns the answer to a statement that is kept in the journal. */
    static Expected statement(IntUnaryOperator place, Entry entry) {
        return new Expected(Kind.STATEMENT, true, Optional.empty(), Optional.empty(), place, Expected::nothing, entry);
    }

    /** Returns an answer of a kind that the client does not see. */
    static Expected hidden(Kind kind) {
        return new Expected(
                kind, false, Optional.empty(), Optional.empty(), Expected::nowhere, Expected::nothing, Entry.NONE);
    }

    static Expected sync() {
        return new Expected(
                Kind.SYNC, true, Optional.empty(), Optional.empty(), Expected::nowhere, Expected::nothing, Entry.NONE);
    }

    static Expected own(Own own) {
        return new Expected(Kind.OWN, true, Optional.empty(), Optional.empty(), Expected::nowhere, own, Entry.NONE);
    }

    /** Returns that the client has not written what is at a place. */
    static int nowhere(int place) {
        return 0;
    }

    private static void nothing() {}
}
