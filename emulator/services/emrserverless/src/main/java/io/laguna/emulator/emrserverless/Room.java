package io.laguna.emulator.emrserverless;

import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;

/** A part of EMR Serverless. What it does not override is for another part, or not built. */
abstract class Room implements EmrServerlessClient {
    @Override
    public final String serviceName() {
        return SERVICE_NAME;
    }

    /** A room holds nothing of its own. */
    @Override
    public final void close() {}
}
