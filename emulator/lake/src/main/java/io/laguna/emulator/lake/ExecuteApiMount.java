package io.laguna.emulator.lake;

import io.laguna.emulator.apigateway.ApiGateway;
import io.laguna.emulator.apigateway.plane.ApiAddress;
import io.laguna.emulator.edge.guard.DocumentPolicy;
import io.laguna.emulator.edge.mount.Exchange;
import io.laguna.emulator.edge.mount.HttpHandler;
import io.laguna.emulator.edge.mount.HttpMount;
import io.laguna.emulator.edge.mount.WebExchange;
import io.laguna.emulator.kit.proxy.ProxyRequest;
import io.laguna.wire.WireRequest;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/**
 * The place where clients of APIs call: hosts that begin with {@code id.execute-api.}, and paths below
 * {@code /_aws/execute-api/}. A page of another site may call an API whose own CORS configuration says so.
 */
record ExecuteApiMount(CompletableFuture<ApiGateway> gateway) implements HttpHandler {
    HttpMount mount() {
        return new HttpMount(
                "execute-api",
                target -> ApiAddress.of(target.host(), target.rawPath()).isPresent(),
                this::admits,
                DocumentPolicy.SANDBOX,
                this);
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        ProxyRequest request = WebExchange.request(exchange);
        ApiAddress address = ApiAddress.of(request.host(), request.rawPath()).orElseThrow();
        WebExchange.answer(exchange, gateway.join().execute().answer(address, request));
    }

    /** Asks the API. Before it can be asked, no page may call. */
    private boolean admits(WireRequest head) {
        ProxyRequest request = WebExchange.head(head);
        return LakeServices.isOpen(gateway)
                && ApiAddress.of(request.host(), request.rawPath())
                        .filter(address -> gateway.join().execute().admits(address, request))
                        .isPresent();
    }
}
