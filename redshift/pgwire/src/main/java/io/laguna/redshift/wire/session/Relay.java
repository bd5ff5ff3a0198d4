package io.laguna.redshift.wire.session;

import io.laguna.redshift.wire.message.ErrorFields;
import io.laguna.redshift.wire.message.FrameReader;
import io.laguna.redshift.wire.message.Layout;
import io.laguna.redshift.wire.message.Reading;
import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Journal.Entry;
import io.laguna.redshift.wire.session.Expected.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way of the engine's answers to the client. Answers come in the order of what was sent, so each is known by what is
 * expected next.
 *
 * <p>Messages of a client gather until it wants the answers, or until there are {@link #MOST_UNANSWERED} bytes of them:
 * then the answers are taken first. So neither end ever waits for the other to read.
 */
final class Relay {
    private static final int MOST_UNANSWERED = 32 * 1024;
    private static final int[] ALL = new int[0];

    private final Client client;
    private final Backend backend;
    private final Waiting waiting;
    private final CopyRefusal refusal;
    private final Map<String, String> announced;
    private final Deque<Expected> pending = new ArrayDeque<>();
    private Transaction transaction = Transaction.NONE;
    private boolean unsynced;
    private boolean skipping;
    private boolean tells = true;
    private int unanswered;
    private int statements;
    private long failures;
    private int[] omissions = ALL;
    private Optional<Inquiries> inquiries = Optional.empty();

    Relay(Client client, Backend backend, Waiting waiting, Map<String, String> announced) {
        this.client = client;
        this.backend = backend;
        this.waiting = waiting;
        this.refusal = new CopyRefusal(client, backend);
        this.announced = announced;
    }

    /** Lets the engine's functions ask while a statement runs. */
    void answerBy(Inquiries answers) {
        inquiries = Optional.of(answers);
    }

    /** Sends the engine a message of the client as it is. */
    void forward(ByteBuffer message, Expected answer) throws IOException {
        makeWay(message.remaining());
        backend.out().whole(message);
        expect(answer);
    }

    /** Takes answers before a message that would be too much without. */
    void makeWay(int bytes) throws IOException {
        if (unanswered > 0 && unanswered + bytes > MOST_UNANSWERED) {
            drain();
        }
        unanswered += bytes;
    }

    void expect(Expected answer) {
        pending.add(answer);
        unsynced |= answer.kind() == Kind.EXECUTION;
        statements += answer.kind() == Kind.EXECUTION || answer.kind() == Kind.STATEMENT ? 1 : 0;
    }

    /** Lets the engine answer all that it was sent, and tells the client. */
    void drain() throws IOException {
        if (pending.isEmpty()) {
            return;
        }
        if (pending.getLast().kind() != Kind.SYNC) {
            backend.out().empty('H');
        }
        backend.out().flush();
        unanswered = 0;
        while (!pending.isEmpty()) {
            if (pending.getFirst().kind() == Kind.OWN) {
                pending.removeFirst().own().say();
            } else {
                await();
                accept(pending.getFirst());
                backend.in().next();
            }
        }
    }

    /**
     * Tells the client of a failure that is not the engine's, and lets the engine's transaction fail too. What the
     * client sends is skipped up to its next Sync.
     */
    void fail(SqlFailure failure) throws IOException {
        drain();
        if (skipping) {
            return;
        }
        client.out().fields('E', failure.fields());
        failures++;
        skipping = true;
        if (transaction == Transaction.OPEN || unsynced) {
            backend.out()
                    .begin('P')
                    .text("laguna abort")
                    .text("laguna")
                    .int16(0)
                    .end();
            expect(Expected.hidden(Kind.ABORT));
        }
    }

    /** Waits until the engine has sent a message, which the caller uses and passes. */
    void await() throws IOException {
        waiting.forMessage();
    }

    /** Takes what the engine says without being asked. */
    void listen() throws IOException {
        FrameReader in = backend.in();
        while (waiting.isThere()) {
            aside(in, true);
            in.next();
        }
    }

    private void accept(Expected answer) throws IOException {
        FrameReader in = backend.in();
        switch (in.type()) {
            case 'D' -> row(answer);
            case 'T' -> described(answer);
            case 't' -> {
                Layout.ofParameters(in.bodyBytes());
                tell(answer);
            }
            case 'n' -> {
                answer.prepared().ifPresent(known -> known.layout(Layout.NONE));
                answer.portal().ifPresent(known -> known.prepared().layout(Layout.NONE));
                complete(answer);
            }
            case 'C', 'I', 's', '1', '2', '3' -> complete(answer);
            case 'E' -> failed(answer);
            case 'Z' -> ready();
            case 'G' -> refusal.in(
                    answer.kind() == Kind.EXECUTION && pending.getLast().kind() == Kind.SYNC);
            case 'H', 'W' -> refusal.out();
            case 'd', 'c' -> {}
            case 'N' -> notice(answer);
            default -> aside(in, answer.visible());
        }
    }

    /** Takes a notice, which may be a question of a function's to Laguna. */
    private void notice(Expected answer) throws IOException {
        ErrorFields fields = ErrorFields.read(backend.in().body());
        if (!asks(fields)) {
            if (answer.visible() && tells) {
                client.out().fields('N', fields);
            }
        } else if (!inquiries.get().take(fields, answer.entry())) {
            accept(answer);
        }
    }

    private boolean asks(ErrorFields notice) {
        return inquiries.isPresent() && notice.state().equals(Inquiries.STATE);
    }

    /**
     * Passes a notice that comes while a statement of Laguna's own runs, and answers it if it is a question. An error that the
     * engine has sent instead of waiting for the answer stays the message that is held.
     */
    void passNotice(Entry entry) throws IOException {
        ErrorFields fields = ErrorFields.read(backend.in().body());
        if (!asks(fields) || inquiries.get().take(fields, entry)) {
            backend.in().next();
        }
    }

    /** Takes a message that belongs to no statement. */
    void aside(FrameReader in, boolean visible) throws IOException {
        switch (in.type()) {
            case 'S' -> parameter(in.body());
            case 'E' -> client.out().fields('E', ErrorFields.read(in.body()));
            case 'N' -> {
                if (visible && tells) {
                    client.out().fields('N', ErrorFields.read(in.body()));
                }
            }
            default -> {}
        }
    }

    /** Tells the client a parameter of its session, unless Redshift says otherwise. */
    void parameter(Reading body) throws IOException {
        String name = body.text();
        if (!announced.containsKey(name)) {
            client.out().begin('S').text(name).text(body.text()).end();
        }
    }

    private void row(Expected answer) throws IOException {
        if (!answer.visible() || !tells) {
            return;
        }
        answer.entry().row(backend.in().size());
        int[] omitted = answer.portal().isPresent() ? answer.portal().get().omissions() : omissions;
        if (omitted.length == 0) {
            client.out().whole(backend.in().whole());
        } else {
            Layout.writeRow(backend.in().bodyBytes(), omitted, client.out());
        }
    }

    private void described(Expected answer) throws IOException {
        Layout layout = Layout.of(backend.in().bodyBytes());
        answer.prepared().ifPresent(known -> known.layout(layout));
        answer.portal().ifPresent(known -> known.prepared().layout(layout));
        omissions = layout.omissions(List.of());
        tell(answer);
        if (answer.kind() != Kind.STATEMENT && answer.kind() != Kind.SYNC) {
            pending.removeFirst();
        }
    }

    private void complete(Expected answer) throws IOException {
        if (backend.in().type() == 'C') {
            transaction = transaction.after(backend.in().body().text(), unsynced);
        }
        if (refusal.isOn()) {
            refused();
        } else {
            tell(answer);
            note(answer.entry());
        }
        if (answer.kind() != Kind.SYNC) {
            pending.removeFirst();
        }
    }

    /** Notes the end of a statement that is kept in the journal; a portal that is suspended goes on later. */
    private void note(Entry entry) throws IOException {
        if (entry != Entry.NONE && backend.in().type() != 's') {
            entry.ended(backend.in().type() == 'C' ? backend.in().body().text() : "");
        }
    }

    private void tell(Expected answer) throws IOException {
        if (answer.visible() && tells) {
            client.out().whole(backend.in().whole());
        }
    }

    private void failed(Expected answer) throws IOException {
        failures++;
        ErrorFields fields = ErrorFields.read(backend.in().body());
        if (refusal.isOn() && !fields.endsSession()) {
            refused();
        } else if (answer.kind() != Kind.ABORT || fields.endsSession()) {
            client.out().fields('E', fields.reworded().placed(answer.place()));
        }
        noteFailure(fields);
        skip();
    }

    /** Notes a failure for the statement that it belongs to: the next one that was to be run. */
    private void noteFailure(ErrorFields fields) {
        pending.stream()
                .takeWhile(answer -> answer.kind() != Kind.SYNC)
                .map(Expected::entry)
                .filter(entry -> entry != Entry.NONE)
                .findFirst()
                .ifPresent(entry -> entry.failed(fields.state(), fields.message()));
    }

    /** Passes over what is expected up to the next Sync, since the engine passes over it too. */
    private void skip() {
        while (!pending.isEmpty() && pending.getFirst().kind() != Kind.SYNC) {
            pending.removeFirst().entry().skipped();
        }
        skipping |= pending.isEmpty();
    }

    private void refused() throws IOException {
        tells = false;
        refusal.say();
    }

    private void ready() throws IOException {
        transaction = Transaction.of((char) backend.in().body().int8());
        tells = true;
        refusal.end();
        unsynced = false;
        statements = 0;
        skip();
        Expected sync = pending.isEmpty() ? Expected.sync() : pending.removeFirst();
        skipping = false;
        if (sync.visible()) {
            sayReady();
        }
    }

    /** Tells the client that the next statement may come. */
    void sayReady() throws IOException {
        client.out().begin('Z').int8(transaction.letter()).end();
    }

    /** Sends a Sync, and takes the answers up to it without telling the client. */
    void syncUnseen() throws IOException {
        backend.out().empty('S');
        expect(Expected.hidden(Kind.SYNC));
        drain();
    }

    Transaction transaction() {
        return transaction;
    }

    /** Tells whether the client has executed something since its last Sync. */
    boolean isUnsynced() {
        return unsynced;
    }

    /** Returns how many statements the engine was sent since its last Sync: several are one transaction. */
    int statements() {
        return statements;
    }

    void markUnsynced() {
        unsynced = true;
    }

    /** Tells whether the client's messages are skipped up to its next Sync. */
    boolean isSkipping() {
        return skipping;
    }

    /** Returns how many failures the client was told. */
    long failures() {
        return failures;
    }

    boolean expectsNothing() {
        return pending.isEmpty();
    }
}
