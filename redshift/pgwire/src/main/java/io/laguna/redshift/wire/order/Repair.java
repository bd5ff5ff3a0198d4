package io.laguna.redshift.wire.order;

import io.laguna.redshift.wire.message.SqlFailure;
import java.util.Optional;

/** Another form of a statement, for when the engine does not understand the first. */
@FunctionalInterface
public interface Repair {
    /** Returns another order for the statement that has failed, if there is one. */
    Optional<Order> after(SqlFailure failure) throws SqlFailure;
}
