package io.laguna.redshift.wire.session;

import io.laguna.redshift.wire.message.FrameReader;
import io.laguna.redshift.wire.message.ProtocolViolation;
import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.transport.Poll;
import java.io.IOException;

/** The conversation of a client with its cluster, from the first statement to the last. */
final class Conversation {
    private final Client client;
    private final Backend backend;
    private final Relay relay;
    private final Poll poll;
    private final SimpleQuery simple;
    private final ExtendedQuery extended;
    private final Dialogue dialogue;

    Conversation(
            Client client,
            Backend backend,
            Relay relay,
            Poll poll,
            SimpleQuery simple,
            ExtendedQuery extended,
            Dialogue dialogue) {
        this.client = client;
        this.backend = backend;
        this.relay = relay;
        this.poll = poll;
        this.simple = simple;
        this.extended = extended;
        this.dialogue = dialogue;
    }

    /** Goes on until the client says goodbye. */
    void goOn() throws IOException {
        FrameReader in = client.in();
        while (true) {
            await(in);
            if (in.type() == 'X') {
                return;
            }
            take(in);
            in.next();
        }
    }

    private void await(FrameReader in) throws IOException {
        while (!in.hasFrame()) {
            int read = in.fill();
            if (read < 0) {
                throw new ClientGone();
            }
            if (read == 0) {
                client.out().flush();
                if (relay.expectsNothing()) {
                    poll.awaitReadable(client.line(), backend.line());
                    if (backend.line().isReady()) {
                        relay.listen();
                    }
                } else {
                    poll.awaitReadable(client.line());
                }
            }
        }
    }

    private void take(FrameReader in) throws IOException {
        switch (in.type()) {
            case 'S' -> sync();
            case 'Q' -> {
                String text = in.body().text();
                if (!relay.isSkipping()) {
                    simple.run(text);
                    endTransaction();
                }
            }
            case 'P', 'B', 'D', 'E', 'C' -> {
                if (!relay.isSkipping()) {
                    extended.take(in);
                }
            }
            case 'H' -> {
                if (!relay.isSkipping()) {
                    relay.drain();
                    client.out().flush();
                }
            }
            case 'F' -> {
                relay.fail(new SqlFailure("0A000", "function calls are not supported"));
                dialogue.sync();
                relay.sayReady();
            }
                // The rest of a COPY that was refused.
            case 'd', 'c', 'f' -> {}
            default -> throw new ProtocolViolation("invalid frontend message type " + in.type());
        }
    }

    private void sync() throws IOException {
        backend.out().empty('S');
        relay.expect(Expected.sync());
        relay.drain();
        dialogue.forget();
        endTransaction();
    }

    private void endTransaction() {
        if (relay.transaction() == Transaction.NONE) {
            extended.transactionEnded();
        }
    }
}
