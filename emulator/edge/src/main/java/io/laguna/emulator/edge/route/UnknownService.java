package io.laguna.emulator.edge.route;

import io.laguna.emulator.edge.answer.ErrorAnswer;
import io.laguna.emulator.edge.mount.Exchange;
import io.laguna.emulator.edge.mount.HttpHandler;

/**
 * The handler of calls to a service that Laguna does not have.
 *
 * @param name its signing name, or the prefix of its target
 */
record UnknownService(String name) implements HttpHandler {
    private static final int NOT_IMPLEMENTED = 501;

    @Override
    public void handle(Exchange exchange) {
        fail(
                exchange,
                new ErrorAnswer(
                        NOT_IMPLEMENTED,
                        "NotImplementedException",
                        "not implemented by Laguna: " + name
                                + ". Laguna forwards such calls to another emulator when it is"
                                + " started with ./laguna up --neighbours URL (LAGUNA_NEIGHBOURS)."));
    }
}
