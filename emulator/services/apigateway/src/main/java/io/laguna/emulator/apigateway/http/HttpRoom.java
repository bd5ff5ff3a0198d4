package io.laguna.emulator.apigateway.http;

import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;

/** A part of the service. Another room may have the operations that a room does not override, or they are not built. */
abstract class HttpRoom implements ApiGatewayV2Client {
    @Override
    public final String serviceName() {
        return SERVICE_NAME;
    }

    /** Does nothing: a room holds nothing of its own. */
    @Override
    public final void close() {}
}
