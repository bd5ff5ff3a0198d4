package io.laguna.emulator.s3.call;

import software.amazon.awssdk.services.s3.S3Client;

/** A part of the service. */
public abstract class Room implements S3Client {
    @Override
    public final String serviceName() {
        return SERVICE_NAME;
    }

    /** A room holds nothing of its own. */
    @Override
    public final void close() {}
}
