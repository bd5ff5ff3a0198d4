package io.laguna.emulator.edge;

import io.laguna.emulator.edge.guard.DocumentPolicy;
import io.laguna.emulator.edge.guard.Visitors;

/** The destination of requests for a handler of plain HTTP. */
record HttpDestination(HttpMount mount) implements Destination {
    @Override
    public String name() {
        return mount.name();
    }

    @Override
    public Visitors visitors() {
        return mount.visitors();
    }

    @Override
    public DocumentPolicy documents() {
        return mount.documents();
    }

    @Override
    public void check(Arrival arrival) {
        // The handler decides: plain HTTP has no form that a call must have.
    }

    @Override
    public void handle(Exchange exchange) throws Exception {
        mount.handler().handle(exchange);
    }

    @Override
    public void fail(Exchange exchange, ErrorAnswer error) {
        exchange.call().failed(error.code());
        mount.handler().fail(exchange, error);
    }
}
