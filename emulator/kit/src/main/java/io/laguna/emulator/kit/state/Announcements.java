package io.laguna.emulator.kit.state;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.config.JdbiConfig;

/** Whoever is told when a transaction with an announcement has been committed, so that nobody has to look again and again. */
public final class Announcements implements JdbiConfig<Announcements> {
    private final List<Runnable> listeners;

    /** Creates announcements that nobody hears yet; Jdbi calls it. */
    public Announcements() {
        this(new CopyOnWriteArrayList<>());
    }

    private Announcements(List<Runnable> listeners) {
        this.listeners = listeners;
    }

    /** Tells the listeners when the transaction has been committed. */
    public static void announce(Handle transaction) {
        List<Runnable> told = transaction.getConfig(Announcements.class).listeners;
        var unused = transaction.afterCommit(() -> told.forEach(Runnable::run));
    }

    void add(Runnable listener) {
        listeners.add(listener);
    }

    /** Returns the announcements of another handle, which has the same listeners. */
    @Override
    public Announcements createCopy() {
        return new Announcements(listeners);
    }
}
