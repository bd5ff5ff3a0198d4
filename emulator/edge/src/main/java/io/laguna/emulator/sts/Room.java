package io.laguna.emulator.sts;

import software.amazon.awssdk.services.sts.StsClient;

/** A part of STS. Another room may have the operations that a room does not override, or they are not built. */
abstract class Room implements StsClient {
    @Override
    public final String serviceName() {
        return SERVICE_NAME;
    }

    /** Does nothing: a room holds nothing of its own. */
    @Override
    public final void close() {}
}
