package io.laguna.engines.process;

import io.laguna.engines.server.Engine;
import java.net.InetSocketAddress;
import java.net.URI;

/** The test whether something listens at an engine's address. */
public final class Reachable {
    private Reachable() {}

    /**
     * Tells whether a connection is taken.
     *
     * @param address as {@link Engine#address} gives it
     */
    public static boolean at(String address) {
        URI server = URI.create(address.replaceFirst("^jdbc:", ""));
        return server.getPort() > 0 && Ports.answers(new InetSocketAddress(server.getHost(), server.getPort()));
    }
}
