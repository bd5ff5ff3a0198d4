package io.laguna.emulator.lambda.request;

import software.amazon.awssdk.services.lambda.LambdaClient;

/** A part of the service. Another room may have the operations that a room does not override, or they are not built. */
public abstract class Room implements LambdaClient {
    @Override
    public final String serviceName() {
        return SERVICE_NAME;
    }

    /** Does nothing: a room holds nothing of its own. */
    @Override
    public final void close() {}
}
