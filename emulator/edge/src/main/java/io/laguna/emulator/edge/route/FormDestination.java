package io.laguna.emulator.edge.route;

import io.laguna.emulator.edge.answer.Answers;
import io.laguna.emulator.edge.answer.ErrorAnswer;
import io.laguna.emulator.edge.guard.DocumentPolicy;
import io.laguna.emulator.edge.guard.Visitors;
import io.laguna.emulator.edge.mount.Destination;
import io.laguna.emulator.edge.mount.Exchange;
import io.laguna.emulator.edge.request.Arrival;

/** The destination of an unsigned form, as STS takes it: only the body tells which service it is for. */
record FormDestination(Routes routes) implements Destination {
    @Override
    public String name() {
        return "-";
    }

    @Override
    public Visitors visitors() {
        return Visitors.NONE;
    }

    @Override
    public DocumentPolicy documents() {
        return DocumentPolicy.DATA;
    }

    @Override
    public void check(Arrival arrival) {
        // The body is a form by its content type, or the request would not be here.
    }

    @Override
    public void handle(Exchange exchange) throws Exception {
        Destination found = routes.byForm(exchange.whole());
        exchange.call().goesTo(found.name(), "-");
        found.handle(exchange);
    }

    @Override
    public void fail(Exchange exchange, ErrorAnswer error) {
        exchange.call().failed(error.code());
        exchange.answer(Answers.ofNobody(exchange.head(), error, exchange.requestId()));
    }
}
