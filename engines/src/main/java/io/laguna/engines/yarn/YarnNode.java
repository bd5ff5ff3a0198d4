package io.laguna.engines.yarn;

import java.time.Instant;

/**
 * A NodeManager, as the ResourceManager sees it.
 *
 * @param host its name in the cluster's network
 * @param state YARN's: {@code RUNNING}, {@code LOST}, {@code UNHEALTHY}, {@code SHUTDOWN} …
 * @param lastHealthUpdate when it last reported
 * @param containers how many it runs
 */
public record YarnNode(String host, String state, Instant lastHealthUpdate, int containers) {
    public boolean isRunning() {
        return state.equals("RUNNING");
    }
}
