package io.laguna.emulator.glue.request;

import software.amazon.awssdk.services.glue.GlueClient;

/**
 * A part of the Glue service. Another room may have the operations that a room does not override, or they are not
 * built.
 */
public abstract class Room implements GlueClient {
    @Override
    public final String serviceName() {
        return SERVICE_NAME;
    }

    /** Does nothing: a room holds nothing of its own. */
    @Override
    public final void close() {}
}
