package io.laguna.redshift.wire.session;

import io.laguna.redshift.wire.message.ErrorFields;
import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Answer;
import io.laguna.redshift.wire.order.Journal.Entry;
import io.laguna.redshift.wire.order.Journal.Pages;
import io.laguna.redshift.wire.order.Workbench;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The carrying out of Laguna's own answers in a session. */
final class Answering {
    private final Who who;
    private final Client client;
    private final Relay relay;
    private final Dialogue dialogue;
    private final AtomicBoolean cancelled;
    private final Pages pages;

    /**
     * The identity of the session.
     *
     * @param processId the session's process in the engine
     */
    record Who(String role, String database, int processId) {}

    /** The way that the rows of an answer go. */
    @FunctionalInterface
    interface Sink {
        void row(List<Optional<String>> values) throws IOException;
    }

    Answering(Who who, Client client, Relay relay, Dialogue dialogue, AtomicBoolean cancelled, Pages pages) {
        this.who = who;
        this.client = client;
        this.relay = relay;
        this.dialogue = dialogue;
        this.cancelled = cancelled;
        this.pages = pages;
    }

    /**
     * Carries an answer out, and tells the client when it fails.
     *
     * @return the tag, or nothing when it has failed
     */
    Optional<String> carryOut(Answer answer, List<Optional<String>> parameters, Sink sink) throws IOException {
        relay.drain();
        if (relay.isSkipping()) {
            return Optional.empty();
        }
        Entry entry = answer.note().map(pages::begin).orElse(Entry.NONE);
        try {
            if (relay.transaction() == Transaction.FAILED) {
                throw aborted();
            }
            cancelled.set(false);
            dialogue.begins(entry);
            String tag = answer.run(new Bench(parameters, sink, entry));
            Optional<SqlFailure> hidden = dialogue.failure();
            if (hidden.isPresent()) {
                throw hidden.get();
            }
            entry.ended(tag);
            return Optional.of(tag);
        } catch (SqlFailure failure) {
            return failed(entry, failure);
        } catch (RuntimeException fault) {
            // A fault of Laguna's own ends the statement, as one of the engine's does, and not the session.
            return failed(entry, new SqlFailure("XX000", fault.toString()));
        }
    }

    private Optional<String> failed(Entry entry, SqlFailure failure) throws IOException {
        entry.failed(failure.state(), failure.getMessage());
        relay.fail(failure);
        return Optional.empty();
    }

    /** Returns what every statement of a transaction that has failed is told. */
    static SqlFailure aborted() {
        return new SqlFailure(
                "25P02", "current transaction is aborted, commands ignored until end of transaction block");
    }

    /** The bench of one answer. */
    private final class Bench implements Workbench {
        private final List<Optional<String>> parameters;
        private final Sink sink;
        private final Entry entry;

        Bench(List<Optional<String>> parameters, Sink sink, Entry entry) {
            this.parameters = parameters;
            this.sink = sink;
            this.entry = entry;
        }

        @Override
        public String user() {
            return who.role();
        }

        @Override
        public String database() {
            return who.database();
        }

        @Override
        public int processId() {
            return who.processId();
        }

        @Override
        public boolean isInBlock() {
            return relay.transaction() == Transaction.OPEN;
        }

        @Override
        public long queryId() {
            return entry.query();
        }

        @Override
        public List<Optional<String>> parameters() {
            return parameters;
        }

        @Override
        public void row(List<Optional<String>> values) throws IOException {
            entry.row(values.stream()
                    .mapToInt(value -> value.map(String::length).orElse(0))
                    .sum());
            sink.row(values);
        }

        @Override
        public void notice(String level, String message) throws IOException {
            client.out().fields('N', ErrorFields.of(level, "00000", message));
        }

        @Override
        public List<List<Optional<String>>> query(String sql) throws SqlFailure, IOException {
            return dialogue.query(sql);
        }

        @Override
        public String execute(String sql) throws SqlFailure, IOException {
            return dialogue.execute(sql);
        }

        @Override
        public String copyIn(String sql, InputStream content) throws SqlFailure, IOException {
            return dialogue.copyIn(sql, content);
        }

        @Override
        public String copyOut(String sql, OutputStream content) throws SqlFailure, IOException {
            return dialogue.copyOut(sql, content);
        }

        @Override
        public void checkCancelled() throws SqlFailure, IOException {
            client.look();
            if (cancelled.get()) {
                throw new SqlFailure("57014", "Query cancelled on user's request");
            }
        }
    }
}
