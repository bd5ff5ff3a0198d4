package io.laguna.redshift.wire.session;

import io.laguna.redshift.wire.message.FrameReader;
import io.laguna.redshift.wire.message.MessageWriter;
import io.laguna.redshift.wire.message.Reading;
import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.message.WireTypes;
import io.laguna.redshift.wire.order.Answer;
import io.laguna.redshift.wire.order.Journal.Pages;
import io.laguna.redshift.wire.order.Order;
import io.laguna.redshift.wire.order.Run;
import io.laguna.redshift.wire.order.Translation;
import io.laguna.redshift.wire.session.Expected.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * The extended query: statements are prepared, bound, described and executed by messages of their own. Those of the
 * engine are forwarded without waiting; those of Laguna are kept here, and the engine knows nothing of them.
 */
final class ExtendedQuery {
    private static final String HIDDEN = "laguna hidden";
    private static final char STATEMENT = 'S';
    /** Two messages close, one parses, one binds. */
    private static final int COMPLETIONS = 4;

    private final Client client;
    private final Backend backend;
    private final Relay relay;
    private final Translation translation;
    private final Probe probe;
    private final Answering answering;
    private final Pages pages;
    private final Map<String, Prepared> statements = new HashMap<>();
    private final Map<String, Portal> portals = new HashMap<>();

    ExtendedQuery(
            Client client,
            Backend backend,
            Relay relay,
            Translation translation,
            Probe probe,
            Answering answering,
            Pages pages) {
        this.client = client;
        this.backend = backend;
        this.relay = relay;
        this.translation = translation;
        this.probe = probe;
        this.answering = answering;
        this.pages = pages;
    }

    /** Takes one message of the client. */
    void take(FrameReader message) throws IOException {
        try {
            switch (message.type()) {
                case 'P' -> parse(message.body());
                case 'B' -> bind(message);
                case 'D' -> describe(message);
                case 'E' -> execute(message);
                default -> close(message);
            }
        } catch (SqlFailure failure) {
            relay.fail(failure);
        }
    }

    private void parse(Reading body) throws SqlFailure, IOException {
        String name = body.text();
        String text = body.text();
        List<Integer> types = new ArrayList<>();
        for (int left = body.count(); left > 0; left--) {
            types.add(body.int32());
        }
        if (!name.isEmpty() && isOwn(Optional.ofNullable(statements.get(name)))) {
            throw new SqlFailure("42P05", "prepared statement \"" + name + "\" already exists");
        }
        List<Order> orders = translation.translate(text);
        if (orders.size() > 1) {
            throw new SqlFailure("42601", "cannot insert multiple commands into a prepared statement");
        }
        Order order = orders.isEmpty() ? Run.of("") : orders.get(0);
        Order settled = probe.settled(order, types);
        statements.put(name, new Prepared(settled, types));
        if (settled instanceof Run run) {
            relay.makeWay(run.sql().length());
            MessageWriter out = backend.out();
            out.begin('P').text(name).text(run.sql()).int16(types.size());
            types.forEach(type -> out.int32(WireTypes.toEngine(type)));
            out.end();
            relay.expect(Expected.completion(run.place()));
        } else {
            say('1');
        }
    }

    private void bind(FrameReader message) throws SqlFailure, IOException {
        Binding binding = Binding.read(message.body());
        Optional<Prepared> prepared = Optional.ofNullable(statements.get(binding.statement()));
        if (prepared.isEmpty()) {
            portals.remove(binding.portal());
            relay.forward(message.whole(), Expected.completion(IntUnaryOperator.identity()));
            return;
        }
        boolean own = isOwn(prepared);
        portals.put(binding.portal(), new Portal(prepared.get(), own ? binding.texts() : List.of(), binding.results()));
        List<Integer> types = prepared.get().types();
        if (own) {
            say('2');
        } else if (Binding.changes(types)) {
            relay.makeWay(message.size());
            binding.writeTo(backend.out(), types);
            relay.expect(Expected.completion(IntUnaryOperator.identity()));
        } else {
            relay.forward(message.whole(), Expected.completion(IntUnaryOperator.identity()));
        }
    }

    private void describe(FrameReader message) throws IOException {
        Reading body = message.body();
        boolean ofStatement = body.int8() == STATEMENT;
        String name = body.text();
        Optional<Portal> portal = Optional.ofNullable(portals.get(name));
        Optional<Prepared> prepared =
                ofStatement ? Optional.ofNullable(statements.get(name)) : portal.map(Portal::prepared);
        if (prepared.isPresent() && prepared.get().order() instanceof Answer answer) {
            relay.expect(Expected.own(() -> {
                if (ofStatement) {
                    Rows.describeParameters(answer.parameters(), client.out());
                }
                Rows.describe(answer.columns(), client.out());
            }));
        } else if (ofStatement) {
            relay.forward(message.whole(), Expected.description(prepared.orElseGet(ExtendedQuery::unknown)));
        } else {
            portal.ifPresent(Portal::askedForDescription);
            relay.forward(message.whole(), Expected.description(portal.orElseGet(ExtendedQuery::unknownPortal), true));
        }
    }

    private void execute(FrameReader message) throws IOException {
        Reading body = message.body();
        String name = body.text();
        int most = body.int32();
        Portal portal = Optional.ofNullable(portals.get(name)).orElseGet(ExtendedQuery::unknownPortal);
        if (portal.prepared().order() instanceof Run run) {
            portal.keep(pages);
            hide(run.before());
            if (!portal.isDescribed()) {
                portal.askedForDescription();
                backend.out().begin('D').int8('P').text(name).end();
                relay.expect(Expected.description(portal, false));
            }
            relay.forward(message.whole(), Expected.execution(portal, run.place()));
            hide(run.after());
        } else if (portal.prepared().order() instanceof Answer answer) {
            answer(answer, portal, most);
        }
    }

    /** Lets the engine run statements whose answers the client does not see. */
    private void hide(List<String> statements) throws IOException {
        MessageWriter out = backend.out();
        for (String sql : statements) {
            relay.makeWay(sql.length());
            // A portal outlives its statement.
            out.begin('C').int8('P').text(HIDDEN).end();
            out.begin('C').int8('S').text(HIDDEN).end();
            out.begin('P').text(HIDDEN).text(sql).int16(0).end();
            out.begin('B').text(HIDDEN).text(HIDDEN).int16(0).int16(0).int16(0).end();
            out.begin('E').text(HIDDEN).int32(0).end();
            for (int completions = 0; completions < COMPLETIONS; completions++) {
                relay.expect(Expected.hidden(Kind.COMPLETION));
            }
            relay.expect(Expected.hidden(Kind.EXECUTION));
        }
    }

    private void answer(Answer answer, Portal portal, int most) throws IOException {
        if (portal.tag().isEmpty()) {
            Answering.Sink sink = most > 0 ? portal.left()::add : values -> Rows.row(values, client.out());
            Optional<String> tag = answering.carryOut(answer, portal.parameters(), sink);
            if (tag.isEmpty()) {
                return;
            }
            portal.answered(tag.get());
        }
        for (int i = 0; (most == 0 || i < most) && !portal.left().isEmpty(); i++) {
            Rows.row(portal.left().removeFirst(), client.out());
        }
        if (portal.left().isEmpty()) {
            client.out().begin('C').text(portal.tag().orElse("")).end();
        } else {
            client.out().empty('s');
        }
    }

    private void close(FrameReader message) throws IOException {
        Reading body = message.body();
        boolean ofStatement = body.int8() == STATEMENT;
        String name = body.text();
        Optional<Prepared> closed = ofStatement
                ? Optional.ofNullable(statements.remove(name))
                : Optional.ofNullable(portals.remove(name)).map(Portal::prepared);
        if (isOwn(closed)) {
            say('3');
        } else {
            relay.forward(message.whole(), Expected.completion(IntUnaryOperator.identity()));
        }
    }

    /** Forgets portals, which end with their transaction. */
    void transactionEnded() {
        portals.clear();
    }

    private void say(char completion) {
        relay.expect(Expected.own(() -> client.out().empty(completion)));
    }

    private static boolean isOwn(Optional<Prepared> prepared) {
        return prepared.map(Prepared::order).filter(Answer.class::isInstance).isPresent();
    }

    /** Returns what stands for a statement that the engine will say it does not know, or that was made by SQL. */
    private static Prepared unknown() {
        return new Prepared(Run.of(""), List.of());
    }

    private static Portal unknownPortal() {
        return new Portal(unknown(), List.of(), List.of());
    }
}
