package io.laguna.redshift.wire.session;

import io.laguna.redshift.wire.message.Layout;
import io.laguna.redshift.wire.order.Order;
import java.util.List;
import java.util.Optional;

/** A prepared statement: what it does, and what is known of its rows. */
final class Prepared {
    private final Order order;
    private final List<Integer> types;
    private Optional<Layout> layout = Optional.empty();

    /**
     * Creates a statement that nothing is known of.
     *
     * @param types the types of parameters that the client has named, 0 for one that it has not
     */
    Prepared(Order order, List<Integer> types) {
        this.order = order;
        this.types = List.copyOf(types);
    }

    Order order() {
        return order;
    }

    List<Integer> types() {
        return types;
    }

    Optional<Layout> layout() {
        return layout;
    }

    void layout(Layout known) {
        layout = Optional.of(known);
    }
}
