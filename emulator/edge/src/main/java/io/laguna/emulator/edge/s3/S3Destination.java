package io.laguna.emulator.edge.s3;

import io.laguna.emulator.edge.answer.Answers;
import io.laguna.emulator.edge.answer.ErrorAnswer;
import io.laguna.emulator.edge.guard.DocumentPolicy;
import io.laguna.emulator.edge.guard.Visitors;
import io.laguna.emulator.edge.log.Call;
import io.laguna.emulator.edge.mount.Destination;
import io.laguna.emulator.edge.mount.Exchange;
import io.laguna.emulator.edge.payload.PayloadCheck;
import io.laguna.emulator.edge.request.Arrival;
import io.laguna.emulator.edge.request.BodyReader;
import io.laguna.emulator.edge.request.Claim;
import io.laguna.emulator.edge.request.Leftover;
import io.laguna.emulator.edge.request.PercentEncoding;
import io.laguna.emulator.edge.request.WireRequests;
import io.laguna.emulator.edge.service.MountedService;
import io.laguna.emulator.edge.service.ServiceCalls;
import io.laguna.emulator.edge.service.ServiceFailures;
import io.laguna.emulator.edge.signature.Refusal;
import io.laguna.emulator.edge.signature.Refusal.Reason;
import io.laguna.emulator.edge.signature.RefusalCodes;
import io.laguna.emulator.edge.signature.SignatureCheck;
import io.laguna.emulator.edge.signature.SignatureCheck.Verified;
import io.laguna.emulator.kit.Identity;
import io.laguna.wire.Operation;
import io.laguna.wire.Streaming;
import io.laguna.wire.WireRequest;
import io.laguna.wire.WireResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.http.HttpHeader;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * The destination of calls of S3: a service that the SDK describes, whose bodies stream, and that has more ways to be
 * called than the SDK knows: by the bucket's host, by forms, by pages that ask first, and by nobody in particular.
 */
public final class S3Destination implements Destination {
    private static final String FORM = "multipart/form-data";
    private static final int BAD_REQUEST = 400;
    private static final int LENGTH_REQUIRED = 411;
    private final MountedService service;
    private final SignatureCheck signatures;
    private final ServiceCalls calls;
    private final BodyReader bodies;
    private final S3Forms forms;
    private final BucketPages pages;

    public S3Destination(
            MountedService service,
            SignatureCheck signatures,
            ServiceCalls calls,
            BodyReader bodies,
            S3Forms forms,
            BucketPages pages) {
        this.service = service;
        this.signatures = signatures;
        this.calls = calls;
        this.bodies = bodies;
        this.forms = forms;
        this.pages = pages;
    }

    /** Returns S3 as its own client, once it is ready. */
    public static Optional<S3Client> client(MountedService service, Identity identity) {
        return service.service().isDone() && !service.service().isCompletedExceptionally()
                ? Optional.of(
                        (S3Client) service.service().join().apply(identity).client())
                : Optional.empty();
    }

    @Override
    public String name() {
        return service.description().signingName();
    }

    @Override
    public Visitors visitors() {
        return pages;
    }

    @Override
    public DocumentPolicy documents() {
        return DocumentPolicy.SANDBOX;
    }

    @Override
    public void check(Arrival arrival) {
        // A body may be of any type.
    }

    @Override
    public Optional<WireResponse> preflight(Exchange exchange) {
        return pages.preflight(exchange.arrival(), exchange.requestId());
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        Call call = exchange.call();
        Arrival arrival = exchange.arrival();
        call.cameFrom(signatures.claimed(arrival.claim()).caller());
        try {
            S3Request unproven = S3Request.of(arrival, new PayloadCheck.None());
            if (unproven.isForm() && arrival.claim() instanceof Claim.Anonymous) {
                form(exchange, unproven);
                return;
            }
            Verified verified = verify(arrival, unproven);
            call.cameFrom(verified.identity().caller());
            S3Request request = verified.payload() instanceof PayloadCheck.None
                    ? unproven
                    : S3Request.of(arrival, verified.payload());
            call(exchange, request, verified.identity());
        } catch (Refusal e) {
            fail(exchange, RefusalCodes.ofS3(e));
        }
    }

    private void call(Exchange exchange, S3Request request, Identity identity) throws IOException {
        WireRequest head = request.head();
        if (!PercentEncoding.isText(head.rawPath())) {
            fail(exchange, new ErrorAnswer(BAD_REQUEST, "InvalidURI", "Couldn't parse the specified URI."));
            return;
        }
        Optional<Operation> operation = service.description().operation(head);
        Optional<ErrorAnswer> refused = operation.flatMap(known -> AmazonHeaders.refuse(known, head)
                .or(() -> RequiredChecksums.refuse(known, request.payload()))
                .or(() -> Subresources.refuseVersion(known, head)));
        if (refused.isPresent()) {
            fail(exchange, refused.get());
            return;
        }
        Optional<String> unknown = operation.flatMap(known -> Subresources.unknown(known, head));
        if (unknown.isPresent()) {
            fail(exchange, ServiceFailures.notImplemented(service.description(), head.method() + " ?" + unknown.get()));
            return;
        }
        InputStream body = request.payload().open(exchange.body());
        boolean streams = operation
                .filter(known -> known.streaming() == Streaming.REQUEST)
                .isPresent();
        if (streams && request.length() < 0 && !exchange.head().headers().containsKey("content-length")) {
            fail(
                    exchange,
                    new ErrorAnswer(
                            LENGTH_REQUIRED,
                            "MissingContentLength",
                            "You must provide the Content-Length HTTP header."));
        } else if (streams) {
            answer(exchange, head, RequestBodies.of(body, request.length()), identity, answer -> answer);
        } else {
            byte[] whole = bodies.read(body, request.length());
            // Where an operation has the header for itself it is about something else than this body.
            request.payload().checkWhole(whole, header -> operation
                    .filter(known -> known.takesHeader(header))
                    .isEmpty());
            answer(exchange, WireRequests.with(head, whole), RequestBody.empty(), identity, answer -> answer);
        }
    }

    private void form(Exchange exchange, S3Request request) throws IOException, Refusal {
        exchange.call().goesTo(name(), "PostObject");
        String bucket = S3Request.bucket(exchange.arrival()).orElse("");
        S3Forms.Allowed form = forms.read(request, bucket, request.payload().open(exchange.body()));
        Identity identity = form.signed()
                .map(Verified::identity)
                .orElseGet(() -> signatures.claimed(exchange.arrival().claim()));
        if (form.signed().isEmpty()) {
            requirePublic("PutObject", form.put(), identity);
        }
        exchange.call().cameFrom(identity.caller());
        String address = "http://" + request.header("host").orElse("localhost")
                + form.put().rawPath();
        answer(
                exchange,
                form.put(),
                RequestBodies.of(form.file(), -1),
                identity,
                answer -> answer.status() < 300 ? form.upload().answer(answer, address) : answer,
                S3Destination::ofForm);
    }

    /** Tells of an upload that it came by a form, which has an event of its own. */
    private static SdkPojo ofForm(SdkPojo request) {
        return request instanceof PutObjectRequest put
                ? put.toBuilder()
                        .overrideConfiguration(with -> with.putHeader("Content-Type", FORM))
                        .build()
                : request;
    }

    private interface Finish {
        WireResponse of(WireResponse answer);
    }

    private void answer(Exchange exchange, WireRequest head, RequestBody body, Identity identity, Finish finish) {
        answer(exchange, head, body, identity, finish, meant -> meant);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // It ends in an answer, whichever way.
    private void answer(
            Exchange exchange,
            WireRequest head,
            RequestBody body,
            Identity identity,
            Finish finish,
            UnaryOperator<SdkPojo> meant) {
        Map<String, String> cors = pages.headers(exchange.arrival());
        calls.answer(service, head, body, identity, exchange.call(), meant).whenComplete((answer, failure) -> {
            if (failure != null) {
                exchange.call().failed(failure);
                breakDown(exchange);
                return;
            }
            if (answer.status() >= 300) {
                leave(exchange);
            }
            exchange.answer(with(finish.of(answer), cors));
        });
    }

    /** Verifies a signature. Who did not sign may do what is public. */
    private Verified verify(Arrival arrival, S3Request request) throws Refusal {
        if (!(arrival.claim() instanceof Claim.Anonymous) || signatures.isOpen()) {
            return signatures.verify(arrival, Optional.empty());
        }
        Identity nobody = signatures.claimed(arrival.claim());
        String operation = service.description()
                .operation(request.head())
                .map(Operation::name)
                .orElse("");
        requirePublic(operation, request.head(), nobody);
        return new Verified(nobody, new PayloadCheck.None());
    }

    private void requirePublic(String operation, WireRequest head, Identity nobody) throws Refusal {
        if (signatures.isOpen()) {
            return;
        }
        String path = head.rawPath().substring(1);
        int slash = path.indexOf('/');
        String bucket = PercentEncoding.decode(slash < 0 ? path : path.substring(0, slash));
        boolean allowed = client(service, nobody)
                .filter(s3 -> new PublicBuckets(s3).allow(operation, bucket, S3Request.key(head)))
                .isPresent();
        if (!allowed) {
            throw new Refusal(Reason.MISSING_TOKEN, "Access Denied");
        }
    }

    @Override
    public void fail(Exchange exchange, ErrorAnswer error) {
        exchange.call().failed(error.code());
        leave(exchange);
        exchange.answer(with(
                Answers.s3(error, exchange.head().rawPath(), exchange.requestId()), pages.headers(exchange.arrival())));
    }

    /** Reads the rest of a body; a client that waits to be told to send its body is not told so. */
    private static void leave(Exchange exchange) {
        if (exchange.head().headers().containsKey("expect")) {
            return;
        }
        new Leftover(exchange.request().getHeaders().getLongField(HttpHeader.CONTENT_LENGTH)).read(exchange.body());
    }

    private static WireResponse with(WireResponse answer, Map<String, String> headers) {
        if (headers.isEmpty()) {
            return answer;
        }
        Map<String, List<String>> all = new LinkedHashMap<>(answer.headers());
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        return new WireResponse(answer.status(), all, answer.body(), answer.stream());
    }
}
