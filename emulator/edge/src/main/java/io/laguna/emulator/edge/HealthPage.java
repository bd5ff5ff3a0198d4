package io.laguna.emulator.edge;

import io.laguna.emulator.edge.guard.DocumentPolicy;
import io.laguna.emulator.edge.guard.Visitors;

/** The page that says what is ready: {@code GET /_laguna/health}. */
record HealthPage(Health health) implements HttpHandler {
    private static final String PATH = "/_laguna/health";
    private static final int OK = 200;

    HttpMount mount() {
        return new HttpMount(
                "health",
                target -> target.rawPath().equals(PATH) && target.method().equals("GET"),
                Visitors.NONE,
                DocumentPolicy.DATA,
                this);
    }

    @Override
    public void handle(Exchange exchange) {
        exchange.answer(Answers.json(OK, health.json()));
    }
}
