package io.laguna.emulator.edge.mount;

import io.laguna.emulator.edge.answer.Answers;
import io.laguna.emulator.edge.answer.ErrorAnswer;

/** A handler of requests that are no calls of a service which the SDK describes. */
@FunctionalInterface
public interface HttpHandler {
    /** Answers a request, now or later. An exception is answered as an error of Laguna's own, and logged. */
    void handle(Exchange exchange) throws Exception;

    /** Answers an error in the handler's own form, which is JSON or XML unless the handler has one. */
    default void fail(Exchange exchange, ErrorAnswer error) {
        exchange.answer(Answers.ofNobody(exchange.head(), error, exchange.requestId()));
    }
}
