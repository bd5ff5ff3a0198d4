package io.laguna.redshift.wire.session;

import io.laguna.redshift.wire.message.FrameReader;
import io.laguna.redshift.wire.message.MessageWriter;
import io.laguna.redshift.wire.transport.Line;
import io.laguna.redshift.wire.transport.Transport;
import java.io.IOException;

/**
 * The client's end of a session.
 *
 * @param line what is waited for; with TLS its bytes are not the messages
 */
record Client(Line line, Transport transport, FrameReader in, MessageWriter out) {
    /** The longest message of a client that is let in: beyond a statement of 16 MB, Redshift's limit. */
    static final int LONGEST = 64 * 1024 * 1024;

    /** Takes bytes that have come, and so learns whether the client is gone. */
    void look() throws IOException {
        if (in.fill() < 0) {
            throw new ClientGone();
        }
    }
}
