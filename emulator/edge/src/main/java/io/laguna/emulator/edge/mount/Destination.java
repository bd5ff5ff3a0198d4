package io.laguna.emulator.edge.mount;

import io.laguna.emulator.edge.answer.ErrorAnswer;
import io.laguna.emulator.edge.guard.DocumentPolicy;
import io.laguna.emulator.edge.guard.Forbidden;
import io.laguna.emulator.edge.guard.Visitors;
import io.laguna.emulator.edge.log.Call;
import io.laguna.emulator.edge.request.Arrival;
import io.laguna.emulator.edge.signature.RefusalCodes;
import io.laguna.wire.WireResponse;
import java.util.Optional;

/** The place that a request goes to: a service, or a handler of plain HTTP. */
public interface Destination {
    /** Returns the name of the service in the log of calls. */
    String name();

    Visitors visitors();

    DocumentPolicy documents();

    /** Answers a browser that asks what a page may send, where this destination has rules of its own for it. */
    default Optional<WireResponse> preflight(Exchange exchange) {
        return Optional.empty();
    }

    /** Refuses what no client of this destination sends. */
    void check(Arrival arrival) throws Forbidden;

    /** Answers a request, now or later. */
    void handle(Exchange exchange) throws Exception;

    /** Answers an error in this destination's form. */
    void fail(Exchange exchange, ErrorAnswer error);

    /** Answers that the caller is not let in. */
    default void forbid(Exchange exchange, Forbidden why) {
        fail(exchange, new ErrorAnswer(RefusalCodes.FORBIDDEN, "AccessDenied", why.getMessage()));
    }

    /** Answers that Laguna has failed. */
    default void breakDown(Exchange exchange) {
        fail(exchange, new ErrorAnswer(RefusalCodes.INTERNAL_ERROR, "InternalError", failureOf(exchange.call())));
    }

    /** Returns a message that tells where to look for the cause of a failure. */
    static String failureOf(Call call) {
        return "Laguna failed on request " + call.requestId()
                + ": .laguna/logs/laguna.log tells why, or the log of the program that embeds Laguna.";
    }
}
