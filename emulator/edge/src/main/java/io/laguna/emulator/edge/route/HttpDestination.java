package io.laguna.emulator.edge.route;

import io.laguna.emulator.edge.answer.ErrorAnswer;
import io.laguna.emulator.edge.guard.DocumentPolicy;
import io.laguna.emulator.edge.guard.Visitors;
import io.laguna.emulator.edge.mount.Destination;
import io.laguna.emulator.edge.mount.Exchange;
import io.laguna.emulator.edge.mount.HttpMount;
import io.laguna.emulator.edge.request.Arrival;

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
