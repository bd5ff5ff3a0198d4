package io.laguna.redshift.wire.order;

import io.laguna.redshift.wire.message.SqlFailure;
import java.io.IOException;

/** A statement that is read when those before it have run, since the catalog says what it means. */
@FunctionalInterface
public non-sealed interface Later extends Order {
    /**
     * Returns the statement's order, which is no further {@code Later}. A {@link Catalog} may be asked.
     *
     * @throws SqlFailure when the statement is refused, with a place in the client's text
     */
    Order read() throws SqlFailure, IOException;
}
