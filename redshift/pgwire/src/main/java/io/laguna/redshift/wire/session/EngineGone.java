package io.laguna.redshift.wire.session;

import java.io.IOException;

/** The engine has closed the connection: it has told the client why, or it has died. */
final class EngineGone extends IOException {
    private static final long serialVersionUID = 1L;

    EngineGone() {
        super("the engine has ended the session");
    }
}
