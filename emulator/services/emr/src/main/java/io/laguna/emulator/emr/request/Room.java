package io.laguna.emulator.emr.request;

import software.amazon.awssdk.services.emr.EmrClient;

/** A part of Amazon EMR. What it does not override is for another part, or not built. */
public abstract class Room implements EmrClient {
    @Override
    public final String serviceName() {
        return SERVICE_NAME;
    }

    /** A room holds nothing of its own. */
    @Override
    public final void close() {}
}
