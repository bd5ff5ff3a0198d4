package io.laguna.emulator.edge.health;

import io.laguna.emulator.edge.answer.Answers;
import io.laguna.emulator.edge.guard.DocumentPolicy;
import io.laguna.emulator.edge.guard.Visitors;
import io.laguna.emulator.edge.mount.Exchange;
import io.laguna.emulator.edge.mount.HttpHandler;
import io.laguna.emulator.edge.mount.HttpMount;

/** The page that says what is ready: {@code GET /_laguna/health}. */
public record HealthPage(Health health) implements HttpHandler {
    private static final String PATH = "/_laguna/health";
    private static final int OK = 200;

    public HttpMount mount() {
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
