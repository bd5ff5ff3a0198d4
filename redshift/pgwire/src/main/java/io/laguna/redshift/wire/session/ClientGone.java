package io.laguna.redshift.wire.session;

import java.io.IOException;

/** The client has closed its connection without a word. */
final class ClientGone extends IOException {
    private static final long serialVersionUID = 1L;

    ClientGone() {
        super("the client has gone");
    }
}
