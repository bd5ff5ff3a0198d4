package io.laguna.redshift.wire.transport;

import java.io.IOException;

/** The end of a session that somebody else has asked for: the cluster stops, or an administrator ends it. */
public final class SessionEnded extends IOException {
    private static final long serialVersionUID = 1L;

    SessionEnded() {
        super("the session is ended");
    }
}
