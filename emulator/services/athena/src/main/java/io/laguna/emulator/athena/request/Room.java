package io.laguna.emulator.athena.request;

import software.amazon.awssdk.services.athena.AthenaClient;

/** A part of Athena. Another room may have the operations that a room does not override, or they are not built. */
public abstract class Room implements AthenaClient {
    @Override
    public final String serviceName() {
        return SERVICE_NAME;
    }

    /** Does nothing: a room holds nothing of its own. */
    @Override
    public final void close() {}
}
