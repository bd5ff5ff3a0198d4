package io.laguna.redshift.wire.session;

import io.laguna.redshift.wire.message.FrameReader;
import io.laguna.redshift.wire.transport.Poll;
import java.io.IOException;

/** The waiting of a session for its engine, in which it notices that its client is gone. */
record Waiting(Client client, Backend backend, Poll poll) {
    /** Waits until the engine has sent a whole message. The client gets before what is ready for it. */
    void forMessage() throws IOException {
        while (!isThere()) {
            client.out().flush();
            // Whatever the client sends meanwhile stays in its socket when there is no room here.
            if (client.in().hasRoom()) {
                poll.awaitReadable(backend.line(), client.line());
                if (client.line().isReady()) {
                    client.look();
                }
            } else {
                poll.awaitReadable(backend.line());
            }
        }
    }

    /**
     * Tells whether the engine has sent a whole message, without waiting.
     *
     * @throws EngineGone when it will send no more
     */
    boolean isThere() throws IOException {
        FrameReader in = backend.in();
        while (!in.hasFrame()) {
            int read = in.fill();
            if (read < 0) {
                throw new EngineGone();
            }
            if (read == 0) {
                return false;
            }
        }
        return true;
    }
}
