package io.laguna.redshift.wire.session;

import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Order;
import io.laguna.redshift.wire.order.Run;
import io.laguna.redshift.wire.order.Translation;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The question whether the engine understands a statement, before it is the client's: where it does not, the translation
 * may know another form. In a transaction a savepoint keeps what was done before.
 */
final class Probe {
    private static final int MOST_REPAIRS = 20;
    private static final String SAVEPOINT = "laguna_probe";

    private final Relay relay;
    private final Dialogue dialogue;
    private final Translation translation;

    Probe(Relay relay, Dialogue dialogue, Translation translation) {
        this.relay = relay;
        this.dialogue = dialogue;
        this.translation = translation;
    }

    /**
     * Returns the form of a statement that the engine understands, or the first one, whose failure the client is to see.
     *
     * @param types the types of parameters that the client has named
     */
    Order settled(Run first, List<Integer> types) throws SqlFailure, IOException {
        if (!first.repairable()) {
            return first;
        }
        relay.drain();
        Run form = first;
        for (int i = 0; i < MOST_REPAIRS && canAsk(); i++) {
            Optional<SqlFailure> failure = ask(form, types);
            if (failure.isEmpty()) {
                return form;
            }
            Optional<Order> other = translation.repaired(form, failure.get());
            if (other.isEmpty()) {
                return first;
            }
            if (!(other.get() instanceof Run run) || !run.repairable()) {
                return other.get();
            }
            form = run;
        }
        return first;
    }

    /** Tells whether a failure would do no harm: not where the client's messages are a transaction without a block. */
    private boolean canAsk() {
        return switch (relay.transaction()) {
            case NONE -> !relay.isUnsynced() && !relay.isSkipping();
            case OPEN -> !relay.isSkipping();
            case FAILED -> false;
        };
    }

    private Optional<SqlFailure> ask(Run form, List<Integer> types) throws SqlFailure, IOException {
        boolean inBlock = relay.transaction() == Transaction.OPEN;
        if (inBlock) {
            dialogue.execute("SAVEPOINT " + SAVEPOINT);
        }
        try {
            dialogue.parse(form.sql(), types);
        } catch (SqlFailure failure) {
            dialogue.sync();
            if (inBlock) {
                dialogue.execute("ROLLBACK TO SAVEPOINT " + SAVEPOINT);
                dialogue.execute("RELEASE SAVEPOINT " + SAVEPOINT);
                dialogue.sync();
            }
            return Optional.of(failure);
        }
        if (inBlock) {
            dialogue.execute("RELEASE SAVEPOINT " + SAVEPOINT);
        }
        return Optional.empty();
    }
}
