package io.laguna.redshift.wire.session;

import io.laguna.redshift.wire.message.ErrorFields;
import java.io.IOException;

/** The refusal of COPY between a client and the engine, which Redshift does not have. */
final class CopyRefusal {
    private static final String MESSAGE =
            "LOAD source is not supported. (Hint: only S3 or DynamoDB or EMR based load is allowed)";

    private final Client client;
    private final Backend backend;
    private boolean on;

    CopyRefusal(Client client, Backend backend) {
        this.client = client;
        this.backend = backend;
    }

    /** Tells whether a COPY is refused, and the client has still to be told. */
    boolean isOn() {
        return on;
    }

    void end() {
        on = false;
    }

    /**
     * Lets a COPY into the engine fail.
     *
     * @param synced whether a Sync was sent already: the engine has ignored it, since it has waited for rows
     */
    void in(boolean synced) throws IOException {
        on = true;
        backend.out().begin('f').text(MESSAGE).end();
        if (synced) {
            backend.out().empty('S');
        }
        backend.out().flush();
    }

    /** Lets the engine stop a COPY out of it, of which the client gets nothing. */
    void out() throws IOException {
        on = true;
        backend.cancel();
    }

    /** Tells the client. */
    void say() throws IOException {
        on = false;
        client.out().fields('E', ErrorFields.of(ErrorFields.ERROR, "0A000", MESSAGE));
    }
}
