package io.laguna.redshift.wire.session;

import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Catalog;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The questions of a translation to the engine, in the session's own transaction where it has one. */
final class SessionCatalog implements Catalog {
    private final Relay relay;
    private final Dialogue dialogue;
    private BooleanSupplier busy = () -> false;

    SessionCatalog(Relay relay, Dialogue dialogue) {
        this.relay = relay;
        this.dialogue = dialogue;
    }

    /** Refuses questions while the engine waits for Laguna itself. */
    void unless(BooleanSupplier isBusy) {
        busy = isBusy;
    }

    @Override
    public boolean answers() {
        return !busy.getAsBoolean() && !hasFailed();
    }

    private boolean hasFailed() {
        return relay.transaction() == Transaction.FAILED || relay.isSkipping();
    }

    @Override
    public List<List<Optional<String>>> query(String sql) throws SqlFailure, IOException {
        if (busy.getAsBoolean()) {
            throw new SqlFailure(
                    "0A000",
                    "SQL that a procedure puts together, and whose meaning the catalog says, is not implemented by Laguna");
        }
        relay.drain();
        if (hasFailed()) {
            throw Answering.aborted();
        }
        boolean alone = relay.transaction() == Transaction.NONE && !relay.isUnsynced();
        try {
            return dialogue.query(sql);
        } finally {
            if (alone) {
                // Nothing is left open: the client's statement may be one that runs in no transaction, or begins one.
                dialogue.sync();
            }
        }
    }
}
