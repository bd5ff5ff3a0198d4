package io.laguna.emulator.sts;

import software.amazon.awssdk.services.sts.StsClient;

/** A part of STS. What it does not override is for another part, or not built. */
abstract class Room implements StsClient {
    @Override
    public final String serviceName() {
        return SERVICE_NAME;
    }

    /** A room holds nothing of its own. */
    @Override
    public final void close() {}
}
