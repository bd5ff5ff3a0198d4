package io.laguna.redshift.wire.session;

import io.laguna.redshift.wire.message.ErrorFields;
import io.laguna.redshift.wire.message.FrameReader;
import io.laguna.redshift.wire.message.ProtocolViolation;
import io.laguna.redshift.wire.message.Reading;
import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Journal;
import io.laguna.redshift.wire.order.Journal.Pages;
import io.laguna.redshift.wire.order.Translation;
import io.laguna.redshift.wire.session.Reception.Admitted;
import io.laguna.redshift.wire.transport.Line;
import io.laguna.redshift.wire.transport.Poll;
import io.laguna.redshift.wire.transport.SessionEnded;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's connection from its first byte to its last. One thread serves it and waits for client and engine at once:
 * a message of the client passes two threads only, this one and the engine's process. Redshift takes 500 connections,
 * and clients on one machine have tens, so a thread for each costs little (some 50 KB), and a statement may take as long
 * as it likes.
 */
public final class Session implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SocketChannel channel;
    private final SessionSettings settings;
    private final Sessions sessions;
    private final Poll poll = new Poll();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private volatile Optional<Backend> engine = Optional.empty();

    /** Creates a session on a connection that was accepted, and adds it to the others. */
    public Session(SocketChannel channel, SessionSettings settings, Sessions sessions) throws IOException {
        this.channel = channel;
        this.settings = settings;
        this.sessions = sessions;
        sessions.add(this);
    }

    @Override
    public void run() {
        try (channel;
                poll) {
            poll.limit(settings.loginTime());
            serve(new Reception(settings, sessions, poll, new Line(channel, poll)));
        } catch (IOException e) {
            LOG.debug("A session has ended: {}", e.getMessage());
        } finally {
            sessions.remove(this);
        }
    }

    private void serve(Reception reception) throws IOException {
        try {
            Optional<Admitted> admitted = reception.receive();
            if (admitted.isPresent()) {
                serve(admitted.get());
            }
        } catch (SqlFailure failure) {
            say(reception.client(), failure.fields());
        } catch (ProtocolViolation violation) {
            say(reception.client(), ErrorFields.of(ErrorFields.FATAL, "08P01", violation.getMessage()));
        } catch (SessionEnded ended) {
            say(
                    reception.client(),
                    ErrorFields.of(ErrorFields.FATAL, "57P01", "terminating connection due to administrator command"));
        } finally {
            reception.client().transport().close();
        }
    }

    private static void say(Client client, ErrorFields last) throws IOException {
        client.out().fields('E', last);
        client.out().flush();
    }

    private void serve(Admitted admitted) throws SqlFailure, IOException {
        Backend backend = connect(admitted);
        engine = Optional.of(backend);
        boolean orderly = false;
        try {
            orderly = converse(admitted, backend);
        } catch (EngineGone gone) {
            orderly = true;
            // The engine has said why.
            admitted.client().out().flush();
        } finally {
            leave(backend, orderly);
        }
    }

    private Backend connect(Admitted admitted) throws SqlFailure {
        try {
            return Backend.connect(
                    settings.engine().get(), poll, admitted.login().role(), admitted.parameters());
        } catch (IOException e) {
            throw new SqlFailure(ErrorFields.of(
                    ErrorFields.FATAL, "57P03", "the cluster does not take connections: " + e.getMessage()));
        }
    }

    /** Talks until the client says goodbye, or the engine does not let it in, and tells whether nothing runs any more. */
    private boolean converse(Admitted admitted, Backend backend) throws SqlFailure, IOException {
        Client client = admitted.client();
        Relay relay = new Relay(client, backend, new Waiting(client, backend, poll), settings.announced());
        client.out().begin('R').int32(0).end();
        if (!begin(client, backend, relay)) {
            return true;
        }
        poll.unlimited();
        String role = admitted.login().role();
        String database = admitted.parameters().database();
        Dialogue dialogue = new Dialogue(backend, relay);
        SessionCatalog catalog = new SessionCatalog(relay, dialogue);
        Translation translation = settings.translations().open(role, database, catalog);
        Probe probe = new Probe(relay, dialogue);
        Pages pages = settings.journal().open(role, database, backend.processId());
        pages.arrived(arrival(admitted));
        Answering.Who who = new Answering.Who(role, database, backend.processId());
        Answering answering = new Answering(who, client, relay, dialogue, cancelled, pages);
        Optional<Desk> desk = settings.desk().map(folder -> new Desk(folder, backend.processId()));
        desk.map(answers -> new Inquiries(
                        answers, translation, new SessionTalk(client, backend, relay, cancelled), who, pages))
                .ifPresent(inquiries -> {
                    relay.answerBy(inquiries);
                    catalog.unless(inquiries::isBusy);
                });
        try {
            new Conversation(
                            client,
                            backend,
                            relay,
                            poll,
                            new SimpleQuery(client, backend, relay, dialogue, translation, probe, answering, pages),
                            new ExtendedQuery(client, backend, relay, translation, probe, answering, pages),
                            dialogue)
                    .goOn();
            return true;
        } finally {
            pages.end();
            if (desk.isPresent()) {
                desk.get().close();
            }
        }
    }

    private Journal.Arrival arrival(Admitted admitted) throws IOException {
        Map<String, String> told = admitted.parameters().ofDriver();
        return channel.getRemoteAddress() instanceof InetSocketAddress address
                ? new Journal.Arrival(
                        address.getAddress().getHostAddress(), address.getPort(), admitted.encrypted(), told)
                : new Journal.Arrival("[local]", 0, admitted.encrypted(), told);
    }

    /** Passes on what the engine says up to its first ReadyForQuery, and tells whether it has come. */
    private boolean begin(Client client, Backend backend, Relay relay) throws IOException {
        FrameReader in = backend.in();
        while (true) {
            relay.await();
            byte type = in.type();
            switch (type) {
                case 'K' -> keep(in.body(), client, backend);
                case 'R' -> {
                    if (in.body().int32() != 0) {
                        throw new ProtocolViolation("the engine asks for a password");
                    }
                }
                case 'Z' -> {}
                default -> relay.aside(in, true);
            }
            in.next();
            if (type == 'E') {
                client.out().flush();
                return false;
            }
            if (type == 'Z') {
                for (Map.Entry<String, String> told : settings.announced().entrySet()) {
                    client.out()
                            .begin('S')
                            .text(told.getKey())
                            .text(told.getValue())
                            .end();
                }
                relay.sayReady();
                return true;
            }
        }
    }

    private void keep(Reading key, Client client, Backend backend) throws IOException {
        backend.key(key.int32(), key.int32());
        Sessions.Key own = new Sessions.Key(backend.processId(), RANDOM.nextInt());
        sessions.letIn(own, this);
        client.out().begin('K').int32(own.processId()).int32(own.secret()).end();
    }

    private static void leave(Backend backend, boolean orderly) throws IOException {
        try {
            if (!orderly) {
                backend.cancel();
            }
            backend.out().empty('X');
            backend.out().flush();
        } finally {
            backend.line().close();
        }
    }

    /** Cancels what runs. Any thread may call it. */
    void cancel() throws IOException {
        cancelled.set(true);
        if (engine.isPresent()) {
            engine.get().cancel();
        }
    }

    /** Ends the session, and tells its client. Any thread may call it. */
    void end() {
        poll.end();
    }
}
