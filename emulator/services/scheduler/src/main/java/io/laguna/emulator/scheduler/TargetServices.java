package io.laguna.emulator.scheduler;

import java.util.Optional;

/** The services whose operations schedules call. */
public interface TargetServices {
    /**
     * Tells whether there is a service.
     *
     * @param service the name that the SDK for Java gives it: {@code emrserverless}
     */
    boolean has(String service);

    /**
     * Returns an operation; empty where the service has none of that name.
     *
     * @param action the name of the method in the SDK for Java: {@code startJobRun}
     */
    Optional<TargetOperation> operation(String service, String action);
}
