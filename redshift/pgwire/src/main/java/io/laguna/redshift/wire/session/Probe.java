package io.laguna.redshift.wire.session;

import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Later;
import io.laguna.redshift.wire.order.Order;
import io.laguna.redshift.wire.order.Repair;
import io.laguna.redshift.wire.order.Run;
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

    Probe(Relay relay, Dialogue dialogue) {
        this.relay = relay;
        this.dialogue = dialogue;
    }

    /**
     * Returns the form of a statement that the engine understands, or the first one, whose failure the client is to see.
     * A statement that is read later is read now.
     *
     * @param types the types of parameters that the client has named
     */
    Order settled(Order order, List<Integer> types) throws SqlFailure, IOException {
        Order now = order instanceof Later later ? later.read() : order;
        return now instanceof Run run && run.repairable() ? settled(run, types) : now;
    }

    private Order settled(Run first, List<Integer> types) throws SqlFailure, IOException {
        relay.drain();
        Run form = first;
        for (int i = 0; i < MOST_REPAIRS && canAsk(); i++) {
            Optional<SqlFailure> failure = ask(form, types);
            if (failure.isEmpty()) {
                return form;
            }
            Optional<Repair> repair = form.repair();
            Optional<Order> other = repair.isPresent() ? repair.get().after(failure.get()) : Optional.empty();
            if (other.isEmpty()) {
                return first;
            }
            Order next = other.get() instanceof Later later ? later.read() : other.get();
            if (!(next instanceof Run run) || !run.repairable()) {
                return next;
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
            dialogue.parse(form.repair().flatMap(Repair::asked).orElse(form.sql()), types);
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
