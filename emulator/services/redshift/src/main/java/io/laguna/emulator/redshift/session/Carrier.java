package io.laguna.emulator.redshift.session;

import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Order;

/** A carrier of one kind of statement: COPY, UNLOAD, external DDL. */
@FunctionalInterface
public interface Carrier<S extends Statement> {
    /**
     * Returns how a statement is carried out. It is read here, not run: a client may only be preparing it.
     *
     * @throws SqlFailure when the statement is refused
     */
    Order carry(S statement, Scope scope) throws SqlFailure;

    /** Returns what refuses a kind of statement, since nothing carries it out. */
    static <S extends Statement> Carrier<S> notBuilt(String what) {
        return (statement, scope) -> {
            throw new SqlFailure("0A000", what + " is not implemented by Laguna");
        };
    }
}
