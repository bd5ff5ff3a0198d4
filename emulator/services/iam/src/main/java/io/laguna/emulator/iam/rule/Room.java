package io.laguna.emulator.iam.rule;

import software.amazon.awssdk.services.iam.IamClient;

/** A part of the service. Another room may have the operations that a room does not override, or they are not built. */
public abstract class Room implements IamClient {
    @Override
    public final String serviceName() {
        return SERVICE_NAME;
    }

    /** Does nothing: a room holds nothing of its own. */
    @Override
    public final void close() {}
}
