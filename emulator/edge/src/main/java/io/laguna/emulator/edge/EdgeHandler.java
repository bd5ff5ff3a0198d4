package io.laguna.emulator.edge;

import io.laguna.emulator.edge.BodyReader.Unreadable;
import io.laguna.emulator.edge.Destination.Nowhere;
import io.laguna.emulator.edge.Destination.ToS3;
import io.laguna.emulator.edge.Destination.ToService;
import io.laguna.emulator.edge.RefusalCodes.Answer;
import io.laguna.emulator.edge.SignatureCheck.Verified;
import io.laguna.emulator.s3.Leftover;
import io.laguna.emulator.s3.PayloadCheck;
import io.laguna.emulator.s3.S3Servlet;
import io.laguna.emulator.sts.Identity;
import io.laguna.wire.WireRequest;
import io.laguna.wire.WireResponse;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The way of a request: which service, who sends it, and on to S3's servlet or to the service. */
final class EdgeHandler extends Handler.Wrapper {
    private static final int OK = 200;
    private static final int NOT_IMPLEMENTED = 501;

    private final Routes routes;
    private final SignatureCheck signatures;
    private final BodyReader bodies;
    private final ServiceCalls calls;
    private final Health health;
    private final CallLog log;
    private final Clocks clocks;

    EdgeHandler(
            Handler s3,
            Routes routes,
            SignatureCheck signatures,
            BodyReader bodies,
            ServiceCalls calls,
            Health health,
            CallLog log,
            Clocks clocks) {
        super(s3);
        this.routes = routes;
        this.signatures = signatures;
        this.bodies = bodies;
        this.calls = calls;
        this.health = health;
        this.log = log;
        this.clocks = clocks;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        WireRequest head = WireRequests.head(request);
        if (Routes.isHealthPage(head)) {
            Answers.send(Answers.json(OK, health.json()), response, callback);
            return true;
        }
        Call call = new Call(clocks.now(), UUID.randomUUID().toString());
        Request.addCompletionListener(request, failure -> finish(call, request, response, failure));
        QueryString query = QueryString.parse(head.rawQuery());
        Claim claim = ClaimReader.read(head, query);
        boolean bodyTellsWhere = claim instanceof Claim.Anonymous && Routes.isForm(head);
        try {
            WireRequest known = bodyTellsWhere ? WireRequests.with(head, bodies.read(request)) : head;
            Destination destination = routes.find(known, claim);
            if (destination instanceof ToS3 s3) {
                return toS3(s3, request, response, callback, head, query, claim, call);
            }
            if (destination instanceof ToService service) {
                toService(service.service(), request, response, callback, known, claim, call);
            } else {
                Nowhere nowhere = (Nowhere) destination;
                call.isFor(nowhere.name(), "-");
                Answer error = new Answer(
                        NOT_IMPLEMENTED, "NotImplementedException", "not implemented by Laguna: " + nowhere.name());
                Answers.send(Answers.ofNobody(head, error, call.requestId()), response, callback);
            }
        } catch (Unreadable e) {
            call.failed(e.answer().code());
            Answers.send(Answers.ofNobody(head, e.answer(), call.requestId()), response, callback);
        }
        return true;
    }

    private boolean toS3(
            ToS3 destination,
            Request arrived,
            Response response,
            Callback callback,
            WireRequest head,
            QueryString query,
            Claim claim,
            Call call)
            throws Exception {
        Request request = new S3Request(arrived, destination.bucket());
        call.isFor("s3", "-");
        call.isBy(signatures.claimed(claim).caller());
        try {
            Verified verified = signatures.verify(head, query, claim, destination.bucket(), Optional.empty());
            call.isBy(verified.identity().caller());
            request.setAttribute(PayloadCheck.ATTRIBUTE, verified.payload());
            return super.handle(request, new S3Response(request, response), callback);
        } catch (Refusal e) {
            Answer error = RefusalCodes.ofS3(e);
            call.failed(error.code());
            new Leftover(request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH))
                    .read(Request.asInputStream(request));
            Answers.send(Answers.s3(error, head.rawPath(), call.requestId()), response, callback);
            return true;
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // A failure goes to the callback.
    private void toService(
            MountedService service,
            Request request,
            Response response,
            Callback callback,
            WireRequest known,
            Claim claim,
            Call call) {
        call.isFor(service.description().signingName(), "-");
        call.isBy(signatures.claimed(claim).caller());
        try {
            WireRequest whole = known.body().length > 0 ? known : WireRequests.with(known, bodies.read(request));
            Identity identity = identity(service, whole, claim);
            call.isBy(identity.caller());
            calls.answer(service, whole, identity, call)
                    .whenComplete((answer, failure) -> send(answer, failure, response, callback));
        } catch (Unreadable e) {
            Answers.send(calls.fail(service, e.answer(), call), response, callback);
        } catch (Refusal e) {
            Answer error = RefusalCodes.of(service.description().protocol(), e);
            Answers.send(calls.fail(service, error, call), response, callback);
        }
    }

    /** Some operations are there to get credentials with: they carry their proof in themselves. */
    private Identity identity(MountedService service, WireRequest request, Claim claim) throws Refusal {
        boolean unsigned = claim instanceof Claim.Anonymous
                && service.description()
                        .operation(request)
                        .filter(operation -> service.takesUnsigned(operation.name()))
                        .isPresent();
        return unsigned
                ? signatures.claimed(claim)
                : signatures
                        .verify(
                                request,
                                QueryString.parse(request.rawQuery()),
                                claim,
                                Optional.empty(),
                                Optional.of(request.body()))
                        .identity();
    }

    private static void send(WireResponse answer, Throwable failure, Response response, Callback callback) {
        if (failure != null) {
            callback.failed(failure);
        } else {
            Answers.send(answer, response, callback);
        }
    }

    private void finish(Call call, Request request, Response response, Throwable failure) {
        if (request.getAttribute(S3Servlet.OPERATION) instanceof String operation) {
            call.isFor("s3", operation);
        }
        if (request.getAttribute(S3Servlet.UNEXPECTED) instanceof Throwable unexpected) {
            call.failed(unexpected);
        } else if (failure != null) {
            call.failed(failure);
        }
        String answeredId = Optional.ofNullable(response.getHeaders().get("x-amz-request-id"))
                .orElse(call.requestId());
        log.write(call.finished(response.getStatus(), answeredId));
    }
}
