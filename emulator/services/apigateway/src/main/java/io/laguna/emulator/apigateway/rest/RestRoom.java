package io.laguna.emulator.apigateway.rest;

import software.amazon.awssdk.services.apigateway.ApiGatewayClient;

/** A part of the service. Another room may have the operations that a room does not override, or they are not built. */
public abstract class RestRoom implements ApiGatewayClient {
    @Override
    public final String serviceName() {
        return SERVICE_NAME;
    }

    /** Does nothing: a room holds nothing of its own. */
    @Override
    public final void close() {}
}
