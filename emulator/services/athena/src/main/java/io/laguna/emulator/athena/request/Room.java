package io.laguna.emulator.athena.request;

import software.amazon.awssdk.services.athena.AthenaClient;

/** A part of Athena. What it does not override is for another part, or not built. */
public abstract class Room implements AthenaClient {
    @Override
    public final String serviceName() {
        return SERVICE_NAME;
    }

    /** A room holds nothing of its own. */
    @Override
    public final void close() {}
}
