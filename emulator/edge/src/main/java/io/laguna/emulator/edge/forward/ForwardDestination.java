package io.laguna.emulator.edge.forward;

import io.laguna.emulator.edge.answer.Answers;
import io.laguna.emulator.edge.answer.ErrorAnswer;
import io.laguna.emulator.edge.forward.Neighbours.Reply;
import io.laguna.emulator.edge.guard.DocumentPolicy;
import io.laguna.emulator.edge.guard.Forbidden;
import io.laguna.emulator.edge.guard.Visitors;
import io.laguna.emulator.edge.mount.Destination;
import io.laguna.emulator.edge.mount.Exchange;
import io.laguna.emulator.edge.request.Arrival;
import io.laguna.emulator.edge.request.ClaimReader;
import io.laguna.emulator.edge.request.FormCall;
import io.laguna.emulator.edge.signature.Refusal;
import io.laguna.emulator.edge.signature.RefusalCodes;
import io.laguna.emulator.edge.signature.SignatureCheck;
import io.laguna.wire.Protocol;
import io.laguna.wire.WireRequest;
import io.laguna.wire.WireResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpField;

/**
 * The destination of calls to a service that another emulator has. Laguna asks who calls, as for its own services, and
 * passes request and answer on.
 *
 * @param name the signing name of the service, or the prefix of its target
 */
public record ForwardDestination(String name, Neighbours neighbours, SignatureCheck signatures) implements Destination {
    private static final int UNAVAILABLE = 503;
    private static final byte[] NOTHING = {};

    @Override
    public Visitors visitors() {
        return Visitors.NONE;
    }

    @Override
    public DocumentPolicy documents() {
        return DocumentPolicy.DATA;
    }

    /** Refuses what a page or a link could send: a call has its signature, or the name of its operation, in a header. */
    @Override
    public void check(Arrival arrival) throws Forbidden {
        WireRequest head = arrival.head();
        if (ClaimReader.header(head, "authorization").isEmpty()
                && ClaimReader.header(head, "x-amz-target").isEmpty()) {
            throw new Forbidden("A call that is forwarded is signed in the header Authorization.");
        }
    }

    @Override
    public void handle(Exchange exchange) throws IOException, InterruptedException {
        exchange.call().cameFrom(signatures.claimed(exchange.arrival().claim()).caller());
        exchange.call().forwarded(neighbours.address().toString());
        WireRequest whole = exchange.whole();
        exchange.call().goesTo(name, operation(whole));
        try {
            signatures.verify(exchange.arrival(), Optional.of(whole.body()));
            exchange.answer(answer(send(exchange, whole)));
        } catch (Refusal e) {
            fail(exchange, RefusalCodes.of(protocol(whole), e));
        } catch (ExecutionException | TimeoutException e) {
            Throwable why = Optional.ofNullable(e.getCause()).orElse(e);
            fail(
                    exchange,
                    new ErrorAnswer(
                            UNAVAILABLE,
                            "ServiceUnavailable",
                            "Laguna forwards " + name + " to " + neighbours.address() + ", where nobody answers: "
                                    + why));
        }
    }

    private Reply send(Exchange exchange, WireRequest whole)
            throws ExecutionException, InterruptedException, TimeoutException {
        String target = whole.rawQuery().isEmpty() ? whole.rawPath() : whole.rawPath() + "?" + whole.rawQuery();
        return neighbours.send(whole.method(), target, exchange.request().getHeaders(), whole.body());
    }

    private static WireResponse answer(Reply reply) {
        Map<String, List<String>> headers = new TreeMap<>();
        for (HttpField field : reply.headers()) {
            headers.computeIfAbsent(field.getName(), header -> new ArrayList<>(1))
                    .add(field.getValue());
        }
        return new WireResponse(reply.status(), headers, NOTHING).withStream(reply.body());
    }

    /** Returns the operation as the log of calls tells it, where the protocol says it in one place. */
    private static String operation(WireRequest request) {
        return ClaimReader.header(request, "x-amz-target")
                .map(target -> target.substring(target.lastIndexOf('.') + 1))
                .or(() -> FormCall.parameters(request).first("Action"))
                .orElse("-");
    }

    private static Protocol protocol(WireRequest request) {
        if (ClaimReader.header(request, "x-amz-target").isPresent()) {
            return Protocol.AWS_JSON_1_1;
        }
        return FormCall.matches(request) ? Protocol.AWS_QUERY : Protocol.REST_JSON_1;
    }

    @Override
    public void fail(Exchange exchange, ErrorAnswer error) {
        exchange.call().failed(error.code());
        exchange.answer(Answers.ofNobody(exchange.head(), error, exchange.requestId()));
    }
}
