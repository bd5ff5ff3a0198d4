package io.laguna.emulator.redshift.serverless;

import software.amazon.awssdk.services.redshiftserverless.RedshiftServerlessClient;

/** A part of the service. Another room may have the operations that a room does not override, or they are not built. */
abstract class Room implements RedshiftServerlessClient {
    @Override
    public final String serviceName() {
        return SERVICE_NAME;
    }

    /** Does nothing: a room holds nothing of its own. */
    @Override
    public final void close() {}
}
