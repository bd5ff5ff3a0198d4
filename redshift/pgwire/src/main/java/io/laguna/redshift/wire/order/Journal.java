package io.laguna.redshift.wire.order;

import java.util.Map;

/** The book in which a cluster's statements are kept, from their beginning to their end. */
@FunctionalInterface
public interface Journal {
    /** The book in which nothing is kept. */
    Journal NONE = (role, database, processId) -> note -> Entry.NONE;

    /**
     * Opens the pages of a new session.
     *
     * @param processId the session's process in the engine
     */
    Pages open(String role, String database, int processId);

    /** The pages of one session, which one thread writes. */
    @FunctionalInterface
    interface Pages {
        /** Notes that a statement begins. */
        Entry begin(Note note);

        /** Notes who has been let in. */
        default void arrived(Arrival arrival) {}

        /** Notes that the session ends, and with it what runs. */
        default void end() {}
    }

    /**
     * A client that was let in.
     *
     * @param port its port, or 0 where none is known
     * @param told what its driver says of itself: {@code application_name}, {@code driver_version}, {@code os_version},
     *     {@code plugin_name}
     */
    record Arrival(String host, int port, boolean encrypted, Map<String, String> told) {
        public Arrival {
            told = Map.copyOf(told);
        }
    }

    /** A statement in the journal. */
    interface Entry {
        /** A statement that is not kept. */
        Entry NONE = new Entry() {
            @Override
            public long query() {
                return 0;
            }

            @Override
            public void row(int bytes) {}

            @Override
            public void ended(String tag) {}

            @Override
            public void failed(String state, String message) {}

            @Override
            public void skipped() {}
        };

        /** Returns the statement's number, which Redshift's views call the query; 0 where nothing is kept. */
        long query();

        /** Notes a row that the client gets. */
        void row(int bytes);

        /** Notes that the statement has succeeded. */
        void ended(String tag);

        void failed(String state, String message);

        /** Notes that the statement has not been run after all, since one before it has failed. */
        void skipped();
    }
}
