package io.laguna.emulator.edge;

import io.laguna.emulator.edge.SignatureCheck.Verified;
import io.laguna.emulator.edge.guard.DocumentPolicy;
import io.laguna.emulator.edge.guard.ObjectReaders;
import io.laguna.emulator.s3.Leftover;
import io.laguna.emulator.s3.S3Request;
import io.laguna.emulator.s3.S3Response;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;

/**
 * The handler of S3, which is asked once it is known who calls.
 *
 * @param servlet runs {@link io.laguna.emulator.s3.S3Servlet}
 */
record S3Handler(Handler servlet, SignatureCheck signatures) implements HttpHandler {
    static final String NAME = "s3";

    /** Returns the mount of S3, which takes every request that nothing else claims. */
    HttpMount mount() {
        return new HttpMount(NAME, target -> true, new ObjectReaders(), DocumentPolicy.SANDBOX, this);
    }

    @Override
    public void handle(Exchange exchange) throws Exception {
        Call call = exchange.call();
        Arrival arrival = exchange.arrival();
        call.cameFrom(signatures.claimed(arrival.claim()).caller());
        try {
            Verified verified = signatures.verify(arrival, Optional.empty());
            call.cameFrom(verified.identity().caller());
            S3Request request =
                    new S3Request(exchange.request(), arrival.host().bucket(), verified.payload(), new S3Call(call));
            servlet.handle(request, new S3Response(request, exchange.response()), exchange.callback());
        } catch (Refusal e) {
            ErrorAnswer error = RefusalCodes.ofS3(e);
            call.failed(error.code());
            fail(exchange, error);
        }
    }

    @Override
    public void fail(Exchange exchange, ErrorAnswer error) {
        new Leftover(exchange.request().getHeaders().getLongField(HttpHeader.CONTENT_LENGTH)).read(exchange.body());
        exchange.answer(Answers.s3(error, exchange.head().rawPath(), exchange.requestId()));
    }
}
