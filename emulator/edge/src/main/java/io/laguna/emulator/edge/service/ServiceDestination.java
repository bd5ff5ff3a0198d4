package io.laguna.emulator.edge.service;

import io.laguna.emulator.edge.answer.ErrorAnswer;
import io.laguna.emulator.edge.guard.CallBodies;
import io.laguna.emulator.edge.guard.DocumentPolicy;
import io.laguna.emulator.edge.guard.Forbidden;
import io.laguna.emulator.edge.guard.Visitors;
import io.laguna.emulator.edge.log.Call;
import io.laguna.emulator.edge.mount.Destination;
import io.laguna.emulator.edge.mount.Exchange;
import io.laguna.emulator.edge.request.Arrival;
import io.laguna.emulator.edge.request.Claim;
import io.laguna.emulator.edge.signature.Refusal;
import io.laguna.emulator.edge.signature.RefusalCodes;
import io.laguna.emulator.edge.signature.SignatureCheck;
import io.laguna.emulator.kit.Identity;
import io.laguna.wire.WireRequest;
import java.io.IOException;
import java.util.Optional;

/** The destination of calls to a service that is described operation by operation. */
public record ServiceDestination(MountedService service, SignatureCheck signatures, ServiceCalls calls)
        implements Destination {
    @Override
    public String name() {
        return service.description().signingName();
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
    public void check(Arrival arrival) throws Forbidden {
        if (arrival.claim().isInUrl() && !service.takesSignedUrls()) {
            throw new Forbidden(
                    "A call of " + name() + " is signed in the header Authorization: a signature in the URL is"
                            + " for S3 and STS, which have presigned URLs.");
        }
        CallBodies.check(arrival.head(), service.description().protocol());
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // It ends in an answer, whichever way.
    public void handle(Exchange exchange) throws IOException {
        Call call = exchange.call();
        Claim claim = exchange.arrival().claim();
        call.cameFrom(signatures.claimed(claim).caller());
        WireRequest request = exchange.whole();
        try {
            Identity identity = identity(request, exchange.arrival());
            call.cameFrom(identity.caller());
            calls.answer(service, request, identity, call).whenComplete((answer, failure) -> {
                if (failure == null) {
                    exchange.answer(answer);
                } else {
                    call.failed(failure);
                    breakDown(exchange);
                }
            });
        } catch (Refusal e) {
            fail(exchange, RefusalCodes.of(service.description().protocol(), e));
        }
    }

    @Override
    public void fail(Exchange exchange, ErrorAnswer error) {
        exchange.answer(calls.fail(service, error, exchange.call()));
    }

    @Override
    public void forbid(Exchange exchange, Forbidden why) {
        String code =
                switch (service.description().protocol()) {
                    case AWS_QUERY, REST_XML -> "AccessDenied";
                    case AWS_JSON_1_0, AWS_JSON_1_1, REST_JSON_1 -> "AccessDeniedException";
                };
        fail(exchange, new ErrorAnswer(RefusalCodes.FORBIDDEN, code, why.getMessage()));
    }

    @Override
    public void breakDown(Exchange exchange) {
        fail(exchange, ServiceFailures.internal(service.description(), exchange.call()));
    }

    /**
     * Returns who calls. Some operations exist to get credentials: their requests carry a proof in themselves, and no
     * signature.
     */
    private Identity identity(WireRequest request, Arrival arrival) throws Refusal {
        boolean unsigned = arrival.claim() instanceof Claim.Anonymous
                && service.description()
                        .operation(request)
                        .filter(operation -> service.takesUnsigned(operation.name()))
                        .isPresent();
        return unsigned
                ? signatures.claimed(arrival.claim())
                : signatures.verify(arrival, Optional.of(request.body())).identity();
    }
}
