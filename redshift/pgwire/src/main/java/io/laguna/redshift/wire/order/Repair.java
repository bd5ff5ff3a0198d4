package io.laguna.redshift.wire.order;

import io.laguna.redshift.wire.message.SqlFailure;
import java.util.Optional;

/** Another form of a statement, for when the engine does not understand the first. */
@FunctionalInterface
public interface Repair {
    /** Returns another order for the statement that has failed, if there is one. */
    Optional<Order> after(SqlFailure failure) throws SqlFailure;

    /** Returns what the engine is asked to read instead of a statement that it looks into only when it runs: a view's query. */
    default Optional<String> asked() {
        return Optional.empty();
    }
}
