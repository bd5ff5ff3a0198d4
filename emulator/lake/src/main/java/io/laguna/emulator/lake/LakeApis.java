package io.laguna.emulator.lake;

import io.laguna.emulator.apigateway.ApiGateway;
import io.laguna.emulator.apigateway.settings.GatewaySettings;
import io.laguna.emulator.edge.mount.Mount;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;

/** The APIs of a lake: two services that sign by one name, and the place where their clients call. */
final class LakeApis implements AutoCloseable {
    private final CompletableFuture<ApiGateway> gateway;
    private final LakeService<ApiGatewayV2Client> http;
    private final LakeService<ApiGatewayClient> rest;

    LakeApis(CompletableFuture<State> state, GatewaySettings settings) {
        this.gateway = state.thenApply(opened -> ApiGateway.open(opened, settings));
        this.http = new LakeService<>(ApiGatewayV2Client.class, "apigatewayv2", gateway.thenApply(ApiGateway::http));
        this.rest = new LakeService<>(ApiGatewayClient.class, "apigateway", gateway.thenApply(ApiGateway::rest));
    }

    ApiGatewayV2Client http(Caller caller) {
        return http.client(caller);
    }

    ApiGatewayClient rest(Caller caller) {
        return rest.client(caller);
    }

    /** Returns the place where clients of APIs call. */
    Mount mount() {
        return new ExecuteApiMount(gateway).mount();
    }

    List<LakeService<?>> services() {
        return List.of(http, rest);
    }

    @Override
    public void close() {
        if (LakeServices.isOpen(gateway)) {
            gateway.join().close();
        }
    }
}
