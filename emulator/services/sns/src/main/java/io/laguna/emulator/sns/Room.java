package io.laguna.emulator.sns;

import software.amazon.awssdk.services.sns.SnsClient;

/** A part of the service. Another room may have the operations that a room does not override, or they are not built. */
abstract class Room implements SnsClient {
    @Override
    public final String serviceName() {
        return SERVICE_NAME;
    }

    /** Does nothing: a room holds nothing of its own. */
    @Override
    public final void close() {}
}
