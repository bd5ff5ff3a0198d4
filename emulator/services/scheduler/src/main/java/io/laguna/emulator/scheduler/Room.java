package io.laguna.emulator.scheduler;

import software.amazon.awssdk.services.scheduler.SchedulerClient;

/** A part of the service. */
abstract class Room implements SchedulerClient {
    @Override
    public final String serviceName() {
        return SERVICE_NAME;
    }

    /** A room holds nothing of its own. */
    @Override
    public final void close() {}
}
