package io.laguna.redshift.wire.session;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The sessions of one port: by the keys with which clients cancel, and all of them for the port's end. */
public final class Sessions {
    private final Set<Session> all = ConcurrentHashMap.newKeySet();
    private final Map<Key, Session> letIn = new ConcurrentHashMap<>();

    /**
     * The key that a client is given to cancel with.
     *
     * @param secret never to be logged
     */
    record Key(int processId, int secret) {
        @Override
        public String toString() {
            return "Key of " + processId;
        }
    }

    void add(Session session) {
        all.add(session);
    }

    void letIn(Key key, Session session) {
        letIn.put(key, session);
    }

    void remove(Session session) {
        letIn.values().remove(session);
        synchronized (all) {
            all.remove(session);
            all.notifyAll();
        }
    }

    /** Waits until there are no sessions, but not longer than told. */
    public void awaitNone(Duration longest) {
        long deadline = System.nanoTime() + longest.toNanos();
        synchronized (all) {
            try {
                for (long left = longest.toMillis(); !all.isEmpty() && left > 0; left = millisTo(deadline)) {
                    all.wait(left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static long millisTo(long deadline) {
        return TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    }

    /** Cancels what a session does. Nobody is told whether there is one with this key. */
    void cancel(Key key) throws IOException {
        Optional<Session> session = Optional.ofNullable(letIn.get(key));
        if (session.isPresent()) {
            session.get().cancel();
        }
    }

    /** Returns how many clients are connected. */
    public int count() {
        return all.size();
    }

    /** Ends every session, as an administrator does. */
    public void end() {
        all.forEach(Session::end);
    }
}
