package io.laguna.redshift.wire.session;

import io.laguna.redshift.wire.message.Layout;
import io.laguna.redshift.wire.order.Journal.Entry;
import io.laguna.redshift.wire.order.Journal.Pages;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A prepared statement with its parameters, ready to be executed. */
final class Portal {
    private final Prepared prepared;
    private final List<Optional<String>> parameters;
    private final List<Short> formats;
    private final Deque<List<Optional<String>>> left = new ArrayDeque<>();
    private Optional<String> tag = Optional.empty();
    private boolean described;
    private Entry entry = Entry.NONE;

    /**
     * Creates a portal.
     *
     * @param parameters the parameters' texts, where Laguna answers itself
     * @param formats the formats of the result's columns, as the client has asked
     */
    Portal(Prepared prepared, List<Optional<String>> parameters, List<Short> formats) {
        this.prepared = prepared;
        this.parameters = List.copyOf(parameters);
        this.formats = List.copyOf(formats);
    }

    Prepared prepared() {
        return prepared;
    }

    List<Optional<String>> parameters() {
        return parameters;
    }

    /** Returns what each column of a row omits, or nothing where rows stay as they are. */
    int[] omissions() {
        return prepared.layout().orElse(Layout.NONE).omissions(formats);
    }

    /** Tells whether its columns are known, or will be when the engine has answered what it was asked. */
    boolean isDescribed() {
        return described || prepared.layout().isPresent();
    }

    void askedForDescription() {
        described = true;
    }

    /** Returns the portal's statement in the journal. */
    Entry entry() {
        return entry;
    }

    /** Keeps the statement in the journal, when it is executed first. */
    void keep(Pages pages) {
        if (entry == Entry.NONE && prepared.order().note().isPresent()) {
            entry = pages.begin(prepared.order().note().get());
        }
    }

    /** Returns the rows of Laguna's own answer that the client has not fetched. */
    Deque<List<Optional<String>>> left() {
        return left;
    }

    /** Returns the tag of Laguna's own answer when that was given. */
    Optional<String> tag() {
        return tag;
    }

    void answered(String with) {
        tag = Optional.of(with);
    }
}
