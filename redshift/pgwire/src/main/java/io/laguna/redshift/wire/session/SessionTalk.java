package io.laguna.redshift.wire.session;

import io.laguna.redshift.wire.message.ErrorFields;
import io.laguna.redshift.wire.message.FrameReader;
import io.laguna.redshift.wire.message.SqlFailure;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** The messages of a session's engine and client while a function waits for Laguna. */
record SessionTalk(Client client, Backend backend, Relay relay, AtomicBoolean cancelled) implements InquiryBench.Talk {
    private static final ErrorFields NOTHING = ErrorFields.of("", "", "");

    @Override
    public void begin() {
        cancelled.set(false);
    }

    @Override
    public ErrorFields question() throws SqlFailure, IOException {
        FrameReader in = backend.in();
        while (true) {
            in.next();
            relay.await();
            if (in.type() == 'E') {
                throw new SqlFailure(ErrorFields.read(in.body()));
            }
            ErrorFields fields = in.type() == 'N' ? ErrorFields.read(in.body()) : NOTHING;
            if (fields.state().equals(Inquiries.STATE)) {
                return fields;
            }
            relay.aside(in, true);
        }
    }

    @Override
    public void notice(ErrorFields notice) throws IOException {
        client.out().fields('N', notice);
    }

    @Override
    public boolean isInBlock() {
        return relay.transaction() == Transaction.OPEN || relay.statements() > 1;
    }

    @Override
    public void checkCancelled() throws SqlFailure, IOException {
        client.look();
        if (cancelled.get()) {
            throw new SqlFailure("57014", "Query cancelled on user's request");
        }
        // An engine whose function waits says nothing more, unless its statement has failed: it has timed out, or is
        // ended.
        if (backend.in().hasMore()) {
            throw new SqlFailure("57014", "The engine waits no longer");
        }
    }
}
