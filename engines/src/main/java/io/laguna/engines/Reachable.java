package io.laguna.engines;

import java.net.URI;

/** Whether something listens at an engine's address. */
public final class Reachable {
    private Reachable() {}

    /**
     * Whether a connection is taken.
     *
     * @param address as {@link Engine#address} gives it
     */
    public static boolean at(String address) {
        return Ports.answers(URI.create(address.replaceFirst("^jdbc:", "")).getPort());
    }
}
