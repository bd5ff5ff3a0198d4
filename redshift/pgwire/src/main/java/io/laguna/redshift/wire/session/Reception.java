package io.laguna.redshift.wire.session;

import io.laguna.redshift.wire.login.Authentication;
import io.laguna.redshift.wire.login.Login;
import io.laguna.redshift.wire.login.StartParameters;
import io.laguna.redshift.wire.message.ErrorFields;
import io.laguna.redshift.wire.message.FrameReader;
import io.laguna.redshift.wire.message.MessageWriter;
import io.laguna.redshift.wire.message.ProtocolViolation;
import io.laguna.redshift.wire.message.Reading;
import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.transport.Line;
import io.laguna.redshift.wire.transport.Poll;
import io.laguna.redshift.wire.transport.TlsTransport;
import io.laguna.redshift.wire.transport.Transport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** The beginning of a connection: TLS, a request to cancel, or a user who wants to be let in. */
final class Reception {
    private static final int CANCEL = 80877102;
    private static final int TLS = 80877103;
    private static final int GSS_ENCRYPTION = 80877104;
    private static final int MAJOR = 3;
    /** PostgreSQL's own limit ({@code MAX_STARTUP_PACKET_LENGTH}): nobody unknown takes more memory. */
    private static final int LONGEST = 10_000;

    private final SessionSettings settings;
    private final Sessions sessions;
    private final Poll poll;
    private final Line line;
    private Client client;
    private boolean encrypted;

    Reception(SessionSettings settings, Sessions sessions, Poll poll, Line line) {
        this.settings = settings;
        this.sessions = sessions;
        this.poll = poll;
        this.line = line;
        this.client = client(line);
    }

    /** A user who is let in. */
    record Admitted(Client client, StartParameters parameters, Login login, boolean encrypted) {}

    private Client client(Transport transport) {
        return new Client(line, transport, new FrameReader(transport, LONGEST), new MessageWriter(transport));
    }

    /** Returns the client as far as it has come: it may be told of a failure. */
    Client client() {
        return client;
    }

    /**
     * Returns the user who is let in, or nothing for a connection that has wanted something else.
     *
     * @throws SqlFailure when the user is not let in
     */
    Optional<Admitted> receive() throws SqlFailure, IOException {
        while (true) {
            awaitStart();
            Reading body = client.in().startBody();
            int version = body.int32();
            switch (version) {
                case TLS -> answerTls();
                case GSS_ENCRYPTION -> refuseEncryption();
                case CANCEL -> {
                    sessions.cancel(new Sessions.Key(body.int32(), body.int32()));
                    return Optional.empty();
                }
                default -> {
                    return Optional.of(start(version, body));
                }
            }
        }
    }

    private void answerTls() throws IOException {
        client.in().nextStart();
        if (settings.tls().isEmpty() || encrypted) {
            line.write(ByteBuffer.wrap(new byte[] {'N'}));
            return;
        }
        if (client.in().holdsBytes()) {
            throw new ProtocolViolation("received unencrypted data after SSL request");
        }
        line.write(ByteBuffer.wrap(new byte[] {'S'}));
        client = client(TlsTransport.accept(line, settings.tls().get()));
        encrypted = true;
    }

    private void refuseEncryption() throws IOException {
        client.in().nextStart();
        client.out().int8('N').flush();
    }

    private Admitted start(int version, Reading body) throws SqlFailure, IOException {
        if (version >>> 16 != MAJOR) {
            throw new SqlFailure(ErrorFields.of(
                    ErrorFields.FATAL,
                    "0A000",
                    "unsupported frontend protocol %d.%d: server supports 3.0 to 3.0"
                            .formatted(version >>> 16, version & 0xFFFF)));
        }
        StartParameters parameters = StartParameters.read(body);
        client.in().nextStart();
        if ((version & 0xFFFF) != 0) {
            // NegotiateProtocolVersion: 3.0, and no option was refused.
            client.out().begin('v').int32(MAJOR << 16).int32(0).end();
        }
        if (settings.tlsRequired() && !encrypted) {
            throw new SqlFailure(ErrorFields.of(
                    ErrorFields.FATAL,
                    "28000",
                    "no pg_hba.conf entry for user \"%s\", database \"%s\", SSL off"
                            .formatted(parameters.user(), parameters.database())));
        }
        Optional<Login> known = settings.credentials().find(parameters.user(), parameters.database());
        Authentication question = new Authentication(parameters.user(), known);
        question.ask(client.out());
        awaitMessage();
        Login login = question.judge(client.in().type(), client.in().body());
        client.in().next();
        client.in().limit(Client.LONGEST);
        return new Admitted(client, parameters, login, encrypted);
    }

    private void awaitStart() throws IOException {
        while (!client.in().hasStart()) {
            more();
        }
    }

    private void awaitMessage() throws IOException {
        while (!client.in().hasFrame()) {
            more();
        }
    }

    private void more() throws IOException {
        int read = client.in().fill();
        if (read < 0) {
            throw new ClientGone();
        }
        if (read == 0) {
            poll.awaitReadable(line);
        }
    }
}
