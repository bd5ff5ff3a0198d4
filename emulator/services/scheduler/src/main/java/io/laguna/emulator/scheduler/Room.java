package io.laguna.emulator.scheduler;

import software.amazon.awssdk.services.scheduler.SchedulerClient;

/**
 * A part of the Scheduler. Another room may have the operations that a room does not override, or they are not built.
 */
abstract class Room implements SchedulerClient {
    @Override
    public final String serviceName() {
        return SERVICE_NAME;
    }

    /** Does nothing: a room holds nothing of its own. */
    @Override
    public final void close() {}
}
