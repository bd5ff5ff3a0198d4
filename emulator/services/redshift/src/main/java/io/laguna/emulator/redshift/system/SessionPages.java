package io.laguna.emulator.redshift.system;

import io.laguna.redshift.wire.order.Journal.Arrival;
import io.laguna.redshift.wire.order.Journal.Entry;
import io.laguna.redshift.wire.order.Journal.Pages;
import io.laguna.redshift.wire.order.Note;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The statements of one session in the history. */
final class SessionPages implements Pages {
    private static final String CANCELLED = "57014";

    private final History history;
    private final Logged.Who who;
    private Optional<Visit> visit = Optional.empty();
    private final Set<Statement> running = new LinkedHashSet<>();

    SessionPages(History history, Logged.Who who) {
        this.history = history;
        this.who = who;
    }

    @Override
    public Entry begin(Note note) {
        if (note.asks()) {
            history.write(who.database());
        }
        Statement statement = new Statement(history.number(), note);
        running.add(statement);
        history.keep(statement.logged(Optional.empty(), false, Optional.empty()));
        return statement;
    }

    @Override
    public void arrived(Arrival arrival) {
        Visit begun = new Visit(UUID.randomUUID().toString(), who, arrival, Instant.now(), Optional.empty());
        visit = Optional.of(begun);
        history.keep(begun);
    }

    @Override
    public void end() {
        List.copyOf(running).forEach(statement -> statement.over(true, Optional.empty()));
        visit.map(Visit::ended).ifPresent(history::keep);
    }

    /** A statement that runs. */
    private final class Statement implements Entry {
        private final long query;
        private final Note note;
        private final Instant begin = Instant.now();
        private long rows;
        private long bytes;

        Statement(long query, Note note) {
            this.query = query;
            this.note = note;
        }

        @Override
        public long query() {
            return query;
        }

        @Override
        public void row(int size) {
            rows++;
            bytes += size;
        }

        @Override
        public void ended(String tag) {
            String last = tag.substring(tag.lastIndexOf(' ') + 1);
            if (rows == 0 && !last.isEmpty() && last.chars().allMatch(Character::isDigit)) {
                rows = Long.parseLong(last);
            }
            over(false, Optional.empty());
        }

        @Override
        public void failed(String state, String message) {
            over(true, state.equals(CANCELLED) ? Optional.empty() : Optional.of(message));
        }

        @Override
        public void skipped() {
            if (running.remove(this)) {
                history.drop(logged(Optional.empty(), false, Optional.empty()));
            }
        }

        private void over(boolean aborted, Optional<String> error) {
            if (running.remove(this)) {
                history.keep(logged(Optional.of(Instant.now()), aborted, error));
            }
        }

        private Logged logged(Optional<Instant> end, boolean aborted, Optional<String> error) {
            return new Logged(query, who, note, begin, end, aborted, error, rows, bytes);
        }
    }
}
