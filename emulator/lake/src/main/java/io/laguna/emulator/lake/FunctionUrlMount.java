package io.laguna.emulator.lake;

import io.laguna.emulator.edge.guard.DocumentPolicy;
import io.laguna.emulator.edge.mount.Exchange;
import io.laguna.emulator.edge.mount.HttpHandler;
import io.laguna.emulator.edge.mount.HttpMount;
import io.laguna.emulator.edge.mount.WebExchange;
import io.laguna.emulator.edge.request.Scope;
import io.laguna.emulator.edge.signature.Refusal;
import io.laguna.emulator.kit.Principal;
import io.laguna.emulator.kit.proxy.ProxyReply;
import io.laguna.emulator.kit.proxy.ProxyRequest;
import io.laguna.emulator.lambda.Lambda;
import io.laguna.emulator.lambda.url.UrlAddress;
import io.laguna.emulator.lambda.url.UrlCalls;
import io.laguna.emulator.lambda.url.UrlFailures;
import io.laguna.wire.WireRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The place where functions are called by their URLs: hosts that begin with {@code id.lambda-url.}, and paths below
 * {@code /_aws/lambda-url/}.
 */
record FunctionUrlMount(CompletableFuture<Lambda> lambda) implements HttpHandler {
    HttpMount mount() {
        return new HttpMount(
                "lambda-url",
                target -> UrlAddress.of(target.host(), target.rawPath()).isPresent(),
                this::admits,
                DocumentPolicy.SANDBOX,
                this);
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        ProxyRequest request = WebExchange.request(exchange);
        UrlAddress address = UrlAddress.of(request.host(), request.rawPath()).orElseThrow();
        UrlCalls calls = lambda.join().urls();
        WebExchange.answer(exchange, answer(exchange, request, address, calls));
    }

    private static ProxyReply answer(Exchange exchange, ProxyRequest request, UrlAddress address, UrlCalls calls)
            throws IOException {
        if (!calls.isSigned(address, request)) {
            return calls.answer(address, request, Optional.empty());
        }
        boolean forLambda = exchange.arrival()
                .claim()
                .readableScope()
                .map(Scope::service)
                .filter("lambda"::equals)
                .isPresent();
        try {
            Principal signer = exchange.signer().principal();
            return forLambda ? calls.answer(address, request, Optional.of(signer)) : UrlFailures.FORBIDDEN.reply();
        } catch (Refusal e) {
            exchange.call().failed(e.getMessage());
            return UrlFailures.FORBIDDEN.reply();
        }
    }

    /** Asks the function's URL. Before it can be asked, no page may call. */
    private boolean admits(WireRequest head) {
        ProxyRequest request = WebExchange.head(head);
        return LakeServices.isOpen(lambda)
                && UrlAddress.of(request.host(), request.rawPath())
                        .filter(address -> lambda.join().urls().admits(address, request))
                        .isPresent();
    }
}
