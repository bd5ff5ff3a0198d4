package io.laguna.emulator.glue;

import software.amazon.awssdk.services.glue.GlueClient;

/** A part of the Glue service. What it does not override is for another part, or not built. */
abstract class Room implements GlueClient {
    @Override
    public final String serviceName() {
        return SERVICE_NAME;
    }

    /** A room holds nothing of its own. */
    @Override
    public final void close() {}
}
