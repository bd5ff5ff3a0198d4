package io.laguna.redshift.wire.session;

import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Answer;
import io.laguna.redshift.wire.order.Journal.Entry;
import io.laguna.redshift.wire.order.Journal.Pages;
import io.laguna.redshift.wire.order.Order;
import io.laguna.redshift.wire.order.Run;
import io.laguna.redshift.wire.order.Translation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * The simple query: a text with any number of statements. Statements of the engine that follow each other go to it as
 * one text, and so are one transaction, as they are on Redshift; an answer of Laguna's between them parts them.
 */
final class SimpleQuery {
    /** On a line of its own: the statement before may end with a comment. */
    private static final String BETWEEN = "\n;\n";

    private final Client client;
    private final Backend backend;
    private final Relay relay;
    private final Dialogue dialogue;
    private final Translation translation;
    private final Probe probe;
    private final Answering answering;
    private final Pages pages;

    SimpleQuery(
            Client client,
            Backend backend,
            Relay relay,
            Dialogue dialogue,
            Translation translation,
            Probe probe,
            Answering answering,
            Pages pages) {
        this.client = client;
        this.backend = backend;
        this.relay = relay;
        this.dialogue = dialogue;
        this.translation = translation;
        this.probe = probe;
        this.answering = answering;
        this.pages = pages;
    }

    void run(String text) throws IOException {
        relay.drain();
        try {
            List<Order> orders = translation.translate(text);
            if (orders.isEmpty()) {
                client.out().empty('I');
            }
            carryOut(orders);
        } catch (SqlFailure failure) {
            relay.fail(failure);
            dialogue.sync();
        }
        relay.sayReady();
    }

    private void carryOut(List<Order> orders) throws SqlFailure, IOException {
        List<Run> group = new ArrayList<>();
        for (Order next : orders) {
            if (next instanceof Run run && !run.repairable()) {
                group.add(run);
                continue;
            }
            if (!send(group)) {
                return;
            }
            group.clear();
            Order settled = probe.settled(next, List.of());
            if (settled instanceof Answer answer) {
                if (!answer(answer)) {
                    return;
                }
            } else if (settled instanceof Run run) {
                group.add(run);
            }
        }
        send(group);
    }

    private boolean answer(Answer answer) throws IOException {
        if (!answer.columns().isEmpty()) {
            Rows.describe(answer.columns(), client.out());
        }
        Optional<String> tag = answering.carryOut(answer, List.of(), values -> Rows.row(values, client.out()));
        long before = relay.failures();
        dialogue.sync();
        if (tag.isPresent() && relay.failures() == before) {
            client.out().begin('C').text(tag.get()).end();
        }
        return tag.isPresent() && relay.failures() == before;
    }

    /** Runs statements as one text, and tells whether all have succeeded. */
    private boolean send(List<Run> group) throws IOException {
        if (group.isEmpty()) {
            return true;
        }
        StringBuilder all = new StringBuilder();
        List<Expected> answers = new ArrayList<>();
        for (Run run : group) {
            run.before().forEach(hidden -> add(all, hidden, Expected.hidden(Expected.Kind.STATEMENT), answers));
            int from = all.isEmpty() ? 0 : all.codePointCount(0, all.length()) + BETWEEN.length();
            Entry entry = run.note().map(pages::begin).orElse(Entry.NONE);
            add(all, run.sql(), Expected.statement(placeAfter(from, run.place()), entry), answers);
            run.after().forEach(hidden -> add(all, hidden, Expected.hidden(Expected.Kind.STATEMENT), answers));
        }
        long before = relay.failures();
        backend.out().begin('Q').text(all.toString()).end();
        answers.forEach(relay::expect);
        relay.expect(Expected.hidden(Expected.Kind.SYNC));
        relay.drain();
        return relay.failures() == before;
    }

    private static void add(StringBuilder all, String sql, Expected answer, List<Expected> answers) {
        if (!all.isEmpty()) {
            all.append(BETWEEN);
        }
        all.append(sql);
        answers.add(answer);
    }

    private static IntUnaryOperator placeAfter(int from, IntUnaryOperator place) {
        return from == 0 ? place : at -> at > from ? place.applyAsInt(at - from) : 0;
    }
}
